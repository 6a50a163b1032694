import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Tap } from './elements.tsx';
import styles from './button.module.css';

export interface ButtonProps {
  /** primary: the one act of the screen. text: an act in a row or beside a field. */
  kind?: 'primary' | 'secondary' | 'text' | 'danger';
  onTap?: () => void;
  submit?: boolean;
  disabled?: boolean;
  /** What it says while it works; it can't be tapped then. */
  busyLabel?: string | false;
  label?: string;
  describedBy?: string;
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Button({ kind = 'primary', busyLabel, disabled, children, className, ...rest }: ButtonProps) {
  return (
    <Tap
      {...rest}
      disabled={disabled || Boolean(busyLabel)}
      className={classes('lz-button', styles.button, styles[kind], className)}
    >
      {busyLabel || children}
    </Tap>
  );
}
