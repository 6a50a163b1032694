import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface FigureProps {
  label: string;
  value: ReactNode;
  note?: string;
  tone?: 'alert' | undefined;
  to?: string | undefined;
}

/** 100%, 1,234 and 2小时; a range of minutes is longer, and would break in the middle of a narrow sheet. */
const LONGEST_LARGE = 6;
const sizeOf = (value: ReactNode) => (typeof value === 'string' && value.length > LONGEST_LARGE ? ' number-words' : '');

/** A number that matters, what it is, and where it leads. */
export function Figure({ label, value, note, tone, to }: FigureProps) {
  const content = (
    <>
      <span className="number-label">
        {label}
        {tone && <span aria-hidden> !</span>}
      </span>
      <span className={`number-value figures${sizeOf(value)}`}>{value}</span>
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
