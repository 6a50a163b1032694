import { ExportOutlined, LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { Failure } from './Failure.tsx';
import { PdfSheet } from './PdfSheet.tsx';

interface PdfPaneProps {
  cacheKey: readonly unknown[];
  load(signal: AbortSignal): Promise<ArrayBuffer>;
  /** The same file for the browser's own viewer. */
  href: string;
  label: string;
}

const ZOOMS = [1, 1.25, 1.5, 2, 3] as const;

/** A PDF as a page on grey ground, with page and zoom buttons. */
export function PdfPane({ cacheKey, load, href, label }: PdfPaneProps) {
  const file = useQuery({ queryKey: cacheKey, queryFn: ({ signal }) => load(signal), staleTime: Infinity });
  const { document, error } = usePdf(file.data);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const pages = document?.numPages ?? 0;
  if (file.isError) return <Failure error={file.error} onRetry={() => void file.refetch()} />;
  if (error) return <Failure error={error} onRetry={() => void file.refetch()} />;
  return (
    <section className="pdf" aria-label={label}>
      <div className="pdf-tools">
        <strong>{label}</strong>
        <span className="row">
          <Button
            size="small"
            icon={<LeftOutlined />}
            aria-label="上一页"
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          />
          <span className="figures" aria-live="polite">
            {pages > 0 ? `${page} / ${pages}` : '—'}
          </span>
          <Button
            size="small"
            icon={<RightOutlined />}
            aria-label="下一页"
            disabled={page >= pages}
            onClick={() => setPage(page + 1)}
          />
          <Button
            size="small"
            icon={<MinusOutlined />}
            aria-label="缩小"
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          />
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label="放大"
            disabled={zoom === ZOOMS.length - 1}
            onClick={() => setZoom(zoom + 1)}
          />
          <Button
            size="small"
            icon={<ExportOutlined />}
            aria-label="在新窗口打开"
            href={href}
            target="_blank"
            rel="noreferrer"
          />
        </span>
      </div>
      <div className="pdf-ground">
        {document ? (
          <PdfSheet document={document} page={page} zoom={ZOOMS[zoom] ?? 1} />
        ) : (
          <Skeleton active paragraph={{ rows: 14 }} className="pdf-waiting" />
        )}
      </div>
    </section>
  );
}

function usePdf(bytes: ArrayBuffer | undefined): { document: PDFDocumentProxy | null; error: unknown } {
  const [state, setState] = useState<{ document: PDFDocumentProxy | null; error: unknown }>({
    document: null,
    error: null,
  });
  useEffect(() => {
    if (!bytes) return undefined;
    let close = () => {};
    let isGone = false;
    const open = async () => {
      // Half a megabyte that only this pane needs.
      const { openPdf } = await import('./pdf-document.ts');
      const opened = openPdf(bytes);
      close = opened.close;
      const document = await opened.document;
      if (!isGone) setState({ document, error: null });
    };
    open().catch((error: unknown) => !isGone && setState({ document: null, error }));
    return () => {
      isGone = true;
      close();
    };
  }, [bytes]);
  return state;
}
