import { ArrowLeftOutlined } from '@ant-design/icons';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCameFrom } from './came-from.ts';

interface PageProps {
  title: ReactNode;
  /** The same in plain words, for the window title. */
  name: string;
  /** Where 返回 leads when no list led here. */
  back?: { to: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
}

/** Title, way back and actions of a page. */
export function Page({ title, name, back, actions, children }: PageProps) {
  const from = useCameFrom();
  useEffect(() => {
    document.title = `${name} · 律证`;
  }, [name]);
  return (
    <main className="page">
      {back && (
        <Link className="page-back" to={from ?? back.to}>
          <ArrowLeftOutlined aria-hidden /> {back.label}
        </Link>
      )}
      <header className="page-head">
        <h1>{title}</h1>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
