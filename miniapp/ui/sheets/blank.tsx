import type { ReactNode } from 'react';
import { ApiError, faultText } from '../../api/api-error.ts';
import { Button } from '../button.tsx';
import { classes } from '../classes.ts';
import { Box } from '../elements.tsx';
import styles from './blank.module.css';

/** Grey lines in the shape of what comes. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <Box className={classes(styles.skeleton, className)} role="status" label="正在加载">
      {Array.from({ length: lines }, (_, index) => (
        <Box key={index} className={classes(styles.line, styles[`width${index % 3}`])} />
      ))}
    </Box>
  );
}

/** Nothing there: one sentence and one act. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Box className={styles.blank}>
      <Box as="p">{children}</Box>
      {action ? <Box className={styles.action}>{action}</Box> : null}
    </Box>
  );
}

/** Asked again, the answer would be the same: it is not for whoever asks. */
const isFinal = (fault: unknown) =>
  fault instanceof ApiError && (fault.code === 'forbidden' || fault.code === 'not_found');

/** What happened, what is safe, and 重试 where that can help. */
export function Failure({
  fault,
  safe,
  again = '重试',
  onRetry,
}: {
  fault: unknown;
  safe?: string;
  again?: string;
  onRetry?: () => void;
}) {
  return (
    <Box className={styles.blank} role="alert">
      <Box as="p" className={styles.what}>
        {faultText(fault)}
      </Box>
      {safe ? (
        <Box as="p" className={styles.safe}>
          {safe}
        </Box>
      ) : null}
      {onRetry && !isFinal(fault) ? (
        <Box className={styles.action}>
          <Button kind="secondary" onTap={onRetry}>
            {again}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
