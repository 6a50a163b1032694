import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { cameFrom } from '../came-from.ts';

/** A link out of a list to one of its records; the record's 返回 leads back to the list as it was. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} state={cameFrom(useLocation())}>
      {children}
    </Link>
  );
}
