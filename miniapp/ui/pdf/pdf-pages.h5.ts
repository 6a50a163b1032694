import { getDocument, GlobalWorkerOptions, RenderingCancelledException } from 'pdfjs-dist/legacy/build/pdf.mjs';

// From our own origin: the content security policy allows no other.
GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href;

export interface PdfPages {
  count: number;
  /** Draws a page `width` CSS pixels wide; `done` answers the page's text. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): { done: Promise<string>; cancel(): void };
  close(): void;
}

/** Opens a PDF of ours. The letters carry all their fonts and no scripts, so nothing else has to be loaded. */
export async function openPdf(bytes: ArrayBuffer): Promise<PdfPages> {
  // The worker takes possession of what it is given; the caller's bytes stay whole.
  const loading = getDocument({ data: bytes.slice(0), useWasm: false, enableXfa: false });
  const document = await loading.promise;
  return {
    count: document.numPages,
    draw(number, canvas, width) {
      let cancel = () => undefined as void;
      let isCancelled = false;
      const draw = async () => {
        const page = await document.getPage(number);
        if (isCancelled) return '';
        const density = Math.min(window.devicePixelRatio || 1, 3);
        const scale = width / page.getViewport({ scale: 1 }).width;
        const viewport = page.getViewport({ scale: scale * density });
        canvas.width = Math.floor(viewport.width);
        canvas.height = Math.floor(viewport.height);
        canvas.style.width = `${width}px`;
        canvas.style.height = `${viewport.height / density}px`;
        const task = page.render({ canvas, viewport });
        cancel = () => task.cancel();
        await task.promise;
        const { items } = await page.getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join('');
      };
      return {
        done: draw().catch((fault: unknown) => {
          if (isCancelled || fault instanceof RenderingCancelledException) return '';
          throw fault;
        }),
        cancel() {
          isCancelled = true;
          cancel();
        },
      };
    },
    close: () => void loading.destroy(),
  };
}
