import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Box } from '../elements.tsx';
import styles from './field.module.css';

/** What the control inside needs so that label, hint and error belong to it. */
export interface FieldBinding {
  id: string;
  name: string;
  invalid: boolean;
  describedBy: string | undefined;
  required: boolean;
}
export interface FieldFrameProps {
  id: string;
  label: string;
  required?: boolean;
  hint?: ReactNode;
  error?: string;
  /** A group of controls (radios, a list) carries its label itself. */
  group?: boolean;
  children: (binding: FieldBinding) => ReactNode;
}

// A label of more than five characters, the star counted, stands above its field on a phone (look.md); one that has no
// line beside it on a wide screen either stands above it everywhere.
const BESIDE = 5;
const BESIDE_ON_WIDE = 7;
const lengthOf = (label: string, required: boolean) => [...label].length + (required ? 1 : 0);

export function Field({ id, label, required = false, hint, error, group, children }: FieldFrameProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const length = lengthOf(label, required);
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined;
  return (
    <Box
      className={classes(styles.field, length > BESIDE && (length > BESIDE_ON_WIDE ? styles.alone : styles.above))}
      {...(group ? { role: 'group', label, labelledBy: `${id}-label` } : {})}
    >
      <Box
        as={group ? 'span' : 'label'}
        id={`${id}-label`}
        className={styles.label}
        {...(group ? {} : { htmlFor: id })}
      >
        {label}
        {required ? (
          <Box as="span" className={styles.star} label="必填">
            {' *'}
          </Box>
        ) : null}
      </Box>
      <Box className={styles.control}>
        {children({ id, name: error ? `${label}，${error}` : label, invalid: Boolean(error), describedBy, required })}
        {error ? (
          <Box id={errorId} className={styles.error} live="polite">
            {error}
          </Box>
        ) : null}
        {hint ? (
          <Box id={hintId} className={styles.hint}>
            {hint}
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}
