import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OpenPdf } from '../ui/pdf/pdf-document.ts';

/** jsdom has neither workers nor a canvas: every file is of one page, which draws nothing. */
export function openPdf(): OpenPdf {
  const page = {
    getViewport: () => ({ width: 595, height: 842 }),
    render: () => ({ promise: Promise.resolve(), cancel() {} }),
  };
  const document = { numPages: 1, getPage: () => Promise.resolve(page) } as unknown as PDFDocumentProxy;
  return { document: Promise.resolve(document), close() {} };
}
