/** Thread that opens one PDF of a stranger: whatever the file does to it, it is ended and others' requests go on. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from './give-way.ts';
import type { PdfAnswer } from './open-pdf.ts';

/** What is looked for on a page is that it is there; a hundred say enough of a long file. */
const MOST_PAGES = 100;

async function open(data: Uint8Array): Promise<number> {
  // Nothing is drawn, run or fetched.
  const task = getDocument({ data, verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const document = await task.promise;
  for (let page = 1; page <= Math.min(document.numPages, MOST_PAGES); page++) await document.getPage(page);
  return document.numPages;
}

// PDF.js does not export the class.
const isLocked = (error: unknown) => error instanceof Error && error.name === 'PasswordException';
const answer = (given: PdfAnswer) => parentPort?.postMessage(given);
giveWay();
open(workerData as Uint8Array).then(
  (pages) => answer({ pages }),
  (error: unknown) => answer({ fault: isLocked(error) ? 'password' : 'damaged', detail: String(error) }),
);
