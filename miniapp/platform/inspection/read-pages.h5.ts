import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Finding, Marks } from '../signatures.ts';
import { marksIn } from './printed-marks.ts';
import { readCode } from './read-code.h5.ts';
import { within } from './within.ts';

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href;

/** A letter's pages are read in a fraction of it; what unpacks without end is stopped here, with its thread. */
const PAGES_MS = 10_000;
/** 100 megapixels: a page scanned at 1,000 dpi. */
const MOST_PIXELS = 100_000_000;
const PAGE_WIDTH = 1600;

/** What an unsigned PDF says it is: number and code from its text, the address of its QR code from its pages. */
export async function readPages(bytes: Uint8Array<ArrayBuffer>): Promise<Finding> {
  const loading = getDocument({
    // The worker takes possession of what it is given.
    data: bytes.slice(),
    useWasm: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  });
  let isEncrypted = false;
  // Asked for a password: there is nobody to ask, and the answer is known.
  const marks: Marks = { number: null, code: null, link: null };
  const needsPassword = new Promise<'password'>((resolve) => {
    loading.onPassword = () => {
      isEncrypted = true;
      resolve('password');
    };
  });
  const read = loading.promise.then((document) => readDocument(document, marks));
  const opened = await within<'read' | 'password' | 'unreadable'>(
    PAGES_MS,
    Promise.race([read.then(() => 'read' as const), needsPassword]),
    'unreadable',
  );
  void loading.destroy().catch(() => undefined);
  read.catch(() => undefined);
  if (isEncrypted) return { kind: 'encrypted' };
  const isNothing = marks.number === null && marks.code === null && marks.link === null;
  return opened === 'unreadable' && isNothing ? { kind: 'unreadable' } : { kind: 'unsigned', marks };
}

/** Fills in what it finds, page by page, so that what comes before a fault is kept. */
async function readDocument(document: PDFDocumentProxy, marks: Marks): Promise<void> {
  const pages = [...new Set([1, document.numPages, 2])].filter((page) => page <= document.numPages);
  for (const number of pages) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const read = marksIn(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    marks.number ??= read.number;
    marks.code ??= read.code;
  }
  if (marks.number !== null && marks.code !== null) return;
  for (const number of pages) {
    const canvas = window.document.createElement('canvas');
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: PAGE_WIDTH / page.getViewport({ scale: 1 }).width });
    canvas.width = PAGE_WIDTH;
    canvas.height = Math.min(Math.floor(viewport.height), 4 * PAGE_WIDTH);
    await page.render({ canvas, viewport }).promise;
    const { width, height } = canvas;
    const draw = (context: CanvasRenderingContext2D, across: number, down: number) =>
      context.drawImage(canvas, 0, 0, across, down);
    marks.link = await readCode({ width, height, draw });
    if (marks.link !== null) return;
  }
}
