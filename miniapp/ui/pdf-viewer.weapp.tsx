import { useState } from 'react';
import { openDocument } from '../platform/documents.ts';
import { Button } from './button.tsx';
import { Box } from './elements.tsx';
import { Icon } from './icon.tsx';
import type { PdfViewerProps } from './pdf-viewer-props.ts';
import styles from './pdf-viewer.module.css';

/** WeChat's own document viewer turns pages and zooms; here stands the way to it. */
export function PdfViewer({ bytes, title }: PdfViewerProps) {
  const [fault, setFault] = useState('');
  const open = () => {
    setFault('');
    openDocument(bytes, title).catch(() => setFault('文件打不开，请稍后重试'));
  };
  return (
    <Box className={styles.card}>
      <Icon name="file" className={styles.fileIcon} />
      <Box className={styles.cardTitle}>{title}</Box>
      <Button kind="secondary" onTap={open}>
        打开文件
      </Button>
      {fault ? <Box className={styles.fault}>{fault}</Box> : null}
    </Box>
  );
}
