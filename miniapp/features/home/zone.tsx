import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Skeleton } from '../../ui/sheets/blank.tsx';
import type { Part } from './use-home.ts';
import styles from './home.module.css';

/** A part of the home page, or that this part alone could not be had. */
export function Zone<Value>({
  part,
  name,
  lines,
  onRetry,
  children,
}: {
  part: Part<Value>;
  /** What could not be loaded. */
  name: string;
  /** The lines of the skeleton. */
  lines: number;
  onRetry: () => void;
  children: (value: Value) => ReactNode;
}) {
  if (!part) return <Skeleton lines={lines} />;
  if (part.isThere) return children(part.value);
  return (
    <Box className={styles.missing} role="alert">
      {name}暂时无法加载
      <Button kind="text" label={`重试加载${name}`} onTap={onRetry}>
        重试
      </Button>
    </Box>
  );
}
