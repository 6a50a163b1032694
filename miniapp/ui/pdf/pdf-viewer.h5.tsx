import { useEffect, useRef, useState } from 'react';
import { Failure } from '../sheets/blank.tsx';
import { Button } from '../button.tsx';
import { Box } from '../elements.tsx';
import { Icon, type IconName } from '../marks/icon.tsx';
import type { PdfPages } from './pdf-pages.h5.ts';
import type { PdfViewerProps } from './pdf-viewer-props.ts';
import styles from './pdf-viewer.module.css';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
const FIT = 2;

/** Shows a PDF one page at a time on grey ground; 100% is the width of the desk. */
export function PdfViewer({ bytes, title }: PdfViewerProps) {
  const [attempt, setAttempt] = useState(0);
  const [pages, setPages] = useState<PdfPages | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(FIT);
  const [text, setText] = useState('');
  const desk = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    let opened: PdfPages | null = null;
    let isLeft = false;
    setFault(null);
    setPage(1);
    import('./pdf-pages.h5.ts')
      .then(({ openPdf }) => openPdf(bytes))
      .then(
        (document) => {
          opened = document;
          if (isLeft) document.close();
          else setPages(document);
        },
        (reason: unknown) => !isLeft && setFault(reason ?? new Error()),
      );
    return () => {
      isLeft = true;
      setPages(null);
      opened?.close();
    };
  }, [bytes, attempt]);

  useEffect(() => {
    if (!pages || !canvas.current || !desk.current) return;
    const width = Math.min(desk.current.clientWidth - 32, 794) * (ZOOMS[zoom] ?? 1);
    const drawing = pages.draw(page, canvas.current, Math.max(width, 120));
    drawing.done.then(setText, setFault);
    return () => drawing.cancel();
  }, [pages, page, zoom]);

  if (fault)
    return (
      <Failure fault={fault} safe="文件没有显示出来，申请内容不受影响。" onRetry={() => setAttempt(attempt + 1)} />
    );
  const count = pages?.count ?? 0;
  return (
    <section className={styles.viewer} aria-label={title}>
      <Box className={styles.tools}>
        <Box className={styles.group}>
          <Tool icon="back" label="上一页" disabled={page <= 1} onTap={() => setPage(page - 1)} />
          <Box as="span" className={styles.count} live="polite">
            {count ? `第 ${page} 页 共 ${count} 页` : '正在打开…'}
          </Box>
          <Tool icon="forward" label="下一页" disabled={page >= count} onTap={() => setPage(page + 1)} />
        </Box>
        <Box className={styles.group}>
          <Tool icon="dash" label="缩小" disabled={zoom === 0} onTap={() => setZoom(zoom - 1)} />
          <Button kind="text" label={`${percent(zoom)}，恢复适合宽度`} onTap={() => setZoom(FIT)}>
            {percent(zoom)}
          </Button>
          <Tool icon="plus" label="放大" disabled={zoom === ZOOMS.length - 1} onTap={() => setZoom(zoom + 1)} />
        </Box>
      </Box>
      <div ref={desk} className={styles.desk} tabIndex={0}>
        <canvas ref={canvas} className={styles.page} role="img" aria-label={text || title} />
      </div>
    </section>
  );
}

function Tool({
  icon,
  label,
  disabled,
  onTap,
}: {
  icon: IconName;
  label: string;
  disabled: boolean;
  onTap: () => void;
}) {
  return (
    <Button kind="text" className={styles.tool} label={label} disabled={disabled} onTap={onTap}>
      <Icon name={icon} />
    </Button>
  );
}

function percent(zoom: number): string {
  return `${(ZOOMS[zoom] ?? 1) * 100}%`;
}
