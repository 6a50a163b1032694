import { useState } from 'react';
import { classes } from '../classes.ts';
import type { FileDropProps } from './file-drop-props.ts';
import { Box } from '../elements.tsx';
import styles from './file-drop.module.css';

/** A place to drop files. The button inside does the same by keyboard and touch. */
export function FileDrop({ className, onFiles, children }: FileDropProps) {
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
        const files = [...event.dataTransfer.files];
        onFiles(files.map((file) => ({ name: file.name, size: file.size, read: () => file.arrayBuffer() })));
      }}
    >
      <Box as="p" className={styles.hint}>
        将文件拖到此处，或 Drop files here, or
      </Box>
      {children}
    </div>
  );
}
