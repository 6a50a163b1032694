import { useEffect, type ReactNode } from 'react';
import { usePublicSettings } from '../../providers/public-settings.ts';

/** The sheet on which one signs in: whose office this is, then the form. */
export function DoorSheet({ title, children }: { title: string; children: ReactNode }) {
  const settings = usePublicSettings();
  useEffect(() => {
    document.title = `${title} · 律证`;
  }, [title]);
  return (
    <main className="door">
      <p className="door-office">{settings?.association ?? '\u00a0'}</p>
      <h1>{title}</h1>
      <p className="quiet">电子证明工作端，仅供协会工作人员使用</p>
      {children}
    </main>
  );
}
