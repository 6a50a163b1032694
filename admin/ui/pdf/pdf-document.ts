import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface OpenPdf {
  document: Promise<PDFDocumentProxy>;
  close(): void;
}

/** Reads a PDF in a worker of the same origin; no WebAssembly, which the page's policy forbids. */
export function openPdf(bytes: ArrayBuffer): OpenPdf {
  // pdf.js takes the buffer away to its worker; the cache must keep its own.
  const task = getDocument({ data: bytes.slice(0), useWasm: false });
  return { document: task.promise, close: () => void task.destroy() };
}
