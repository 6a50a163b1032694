import { ExportOutlined, LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../Failure.tsx';
import { PdfSheet } from './PdfSheet.tsx';

interface PdfPaneProps {
  cacheKey: readonly unknown[];
  load(signal: AbortSignal): Promise<ArrayBuffer>;
  /** The same file for the browser's own viewer; absent: it has no address. */
  href?: string;
  label: string;
  /** Once it lies open; not before, nor where it cannot be read. */
  onShown?: () => void;
}
interface PdfViewProps {
  /** Undefined while it is on its way. */
  bytes: ArrayBuffer | undefined;
  href?: string;
  label: string;
  onRetry?: () => void;
  onShown?: (() => void) | undefined;
}

const ZOOMS = [1, 1.25, 1.5, 2, 3] as const;

/** A PDF of the server as a page on grey ground. */
export function PdfPane({ cacheKey, load, href, label, onShown }: PdfPaneProps) {
  const file = useQuery({ queryKey: cacheKey, queryFn: ({ signal }) => load(signal), staleTime: Infinity });
  const retry = () => void file.refetch();
  if (file.isError) return <Failure error={file.error} onRetry={retry} />;
  return <PdfView bytes={file.data} {...(href && { href })} label={label} onRetry={retry} onShown={onShown} />;
}

/** A PDF as a page on grey ground, with page and zoom buttons. Other bytes replace it without a blank in between. */
export function PdfView({ bytes, href, label, onRetry, onShown }: PdfViewProps) {
  const { document, error } = usePdf(bytes);
  useEffect(() => {
    if (document) onShown?.();
  }, [document, onShown]);
  const [wanted, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const pages = document?.numPages ?? 0;
  const page = Math.max(1, Math.min(wanted, pages));
  if (error) return <Failure error={error} onRetry={onRetry} />;
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
          {href && (
            <Button
              size="small"
              icon={<ExportOutlined />}
              aria-label="在新窗口打开"
              href={href}
              target="_blank"
              rel="noreferrer"
            />
          )}
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
  // The page that is shown is closed only when the next one is open.
  const shown = useRef<() => void>(() => {});
  useEffect(() => () => shown.current(), []);
  useEffect(() => {
    if (!bytes) return undefined;
    let isGone = false;
    const open = async () => {
      // Half a megabyte that only this pane needs.
      const { openPdf } = await import('./pdf-document.ts');
      const opened = openPdf(bytes);
      const document = await opened.document;
      if (isGone) return opened.close();
      setState({ document, error: null });
      shown.current();
      shown.current = opened.close;
    };
    open().catch((error: unknown) => !isGone && setState({ document: null, error }));
    return () => {
      isGone = true;
    };
  }, [bytes]);
  return state;
}
