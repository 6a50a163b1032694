import { useState, type ReactNode } from 'react';
import { screenPixels } from '../../platform/page/screen.ts';
import { Box, Scroll } from '../elements.tsx';
import styles from './virtual-list.module.css';

// Rows drawn beyond the screen in both directions, so that a quick swipe meets no blank; the window moves in steps of half of it.
const MARGIN = 8;
// More rows than fit on any screen in a list of this height (look.md, phone and PC).
const VISIBLE = 14;

/** A long list of equal rows of which only those in view are drawn (and, in the mini-program, sent by setData). */
export function VirtualList({
  count,
  rowHeight,
  rowKey,
  children,
  label,
}: {
  count: number;
  /** Design pixels. */
  rowHeight: number;
  rowKey: (index: number) => string | number;
  children: (index: number) => ReactNode;
  label: string;
}) {
  const height = screenPixels(rowHeight);
  const [start, setStart] = useState(0);
  const from = Math.max(0, Math.min(start, count - VISIBLE) - MARGIN);
  const to = Math.min(count, Math.max(0, Math.min(start, count - VISIBLE)) + VISIBLE + MARGIN);
  const follow = (top: number) => {
    const step = MARGIN / 2;
    const next = Math.floor(top / height / step) * step;
    if (next !== start) setStart(next);
  };
  return (
    <Scroll className={styles.list} onScroll={follow}>
      <Box className={styles.all} style={{ height: `${count * height}px` }} role="group" label={label}>
        {Array.from({ length: to - from }, (_, offset) => from + offset).map((index) => (
          <Box key={rowKey(index)} className={styles.row} style={{ height: `${height}px`, top: `${index * height}px` }}>
            {children(index)}
          </Box>
        ))}
      </Box>
    </Scroll>
  );
}
