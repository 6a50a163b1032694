import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface FigureProps {
  label: string;
  value: ReactNode;
  note?: string;
  tone?: 'alert' | undefined;
  to?: string | undefined;
}

/** A number that matters, what it is, and where it leads. */
export function Figure({ label, value, note, tone, to }: FigureProps) {
  const content = (
    <>
      <span className="number-label">
        {label}
        {tone && <span aria-hidden> !</span>}
      </span>
      <span className="number-value figures">{value}</span>
      <span className="quiet">{note ?? '\u00a0'}</span>
    </>
  );
  const className = `sheet number${tone ? ` number-${tone}` : ''}`;
  return to ? (
    <Link to={to} className={className}>
      {content}
    </Link>
  ) : (
    <div className={className}>{content}</div>
  );
}
