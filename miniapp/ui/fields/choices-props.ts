import type { ReactNode } from 'react';

/** A group of `Tap role="radio"`, wherever inside it they stand. */
export interface ChoicesProps {
  id?: string;
  label: string;
  className?: string | undefined;
  children: ReactNode;
}
