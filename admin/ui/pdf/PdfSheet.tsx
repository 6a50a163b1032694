import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';

interface PdfSheetProps {
  document: PDFDocumentProxy;
  page: number;
  /** 1 fits the width. */
  zoom: number;
}

/** One page drawn as sharp as the screen allows, as wide as its ground times zoom. */
export function PdfSheet({ document, page, zoom }: PdfSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  useEffect(() => {
    const target = canvas.current;
    if (!target || width === 0) return undefined;
    let stop = () => {};
    let isGone = false;
    const draw = async () => {
      const sheet = await document.getPage(page);
      if (isGone) return;
      const scale = (width * zoom) / sheet.getViewport({ scale: 1 }).width;
      const viewport = sheet.getViewport({ scale: scale * window.devicePixelRatio });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      target.style.width = `${width * zoom}px`;
      const task = sheet.render({ canvas: target, viewport });
      stop = () => task.cancel();
      await task.promise;
    };
    // A cancelled drawing is not a fault: the next one is on its way.
    draw().catch((error: unknown) => isGone || console.error(error));
    return () => {
      isGone = true;
      stop();
    };
  }, [document, page, zoom, width]);
  return <canvas ref={canvas} className="pdf-sheet" role="img" aria-label={`第 ${page} 页`} />;
}

/** Width of the ground the sheet lies on, in CSS pixels, followed as the window changes. */
function useWidth(inner: React.RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const ground = inner.current?.parentElement;
    if (!ground) return undefined;
    const measure = () => {
      const style = getComputedStyle(ground);
      setWidth(Math.floor(ground.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(ground);
    measure();
    return () => observer.disconnect();
  }, [inner]);
  return width;
}
