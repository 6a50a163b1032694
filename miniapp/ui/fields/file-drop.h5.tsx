import { useState } from 'react';
import { classes } from '../classes.ts';
import type { FileDropProps } from './file-drop-props.ts';
import { Box } from '../elements.tsx';
import styles from './file-drop.module.css';

/** A place to drop one file. The button inside does the same by keyboard and touch. */
export function FileDrop({ className, onFile, children }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={classes(className, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) void file.arrayBuffer().then((bytes) => onFile({ name: file.name, bytes }));
      }}
    >
      <Box as="p" className={styles.hint}>
        将 PDF 文件拖到此处，或
      </Box>
      {children}
    </div>
  );
}
