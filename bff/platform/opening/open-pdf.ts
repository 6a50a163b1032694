import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { NotOpened, type NotOpenedReason } from './opened.ts';
import { lineFor } from './turns.ts';

export type PdfAnswer = { pages: number } | { fault: NotOpenedReason; detail: string };

/** Readers look for the head in the first 1,024 bytes, and for the end in the last. */
const SEARCHED_BYTES = 1024;
/** A scan of fifty pages opens in a fifth of a second; the rest is for a machine that is busy, to which it gives way. */
const OPEN_MS = 20_000;
const HEAP_MEGABYTES = 256;
/** What a file may take beside that heap: unpacked streams lie outside it, and a thousandfold is soon packed. */
const PROCESS_BYTES = 512 * 1024 * 1024;
const LOOK_MS = 50;
/** Each may take a core. */
const { inTurn } = lineFor({ atOnce: 2 });

/** Whether a file is meant to be a PDF: what mail and scanners put before its head does no harm. */
export function isPdf(file: Buffer): boolean {
  return file.subarray(0, SEARCHED_BYTES + '%PDF-'.length).includes('%PDF-', 0, 'latin1');
}

/**
 * Opens a PDF with what draws its pages in browsers, in a thread of its own with limits of time and memory. Throws
 * NotOpened; AppError `too_many_requests` when the line is too long.
 */
export async function openPdf(file: Buffer, milliseconds = OPEN_MS): Promise<void> {
  if (!hasEnd(file)) throw new NotOpened('truncated');
  await inTurn(() => openAlone(file, milliseconds));
}

/** Whether the end is there; some writers fill up with zeros or blank lines. */
function hasEnd(file: Buffer): boolean {
  let end = file.length;
  while (end > 0 && FILLING.has(file[end - 1]!)) end--;
  return file.subarray(Math.max(0, end - SEARCHED_BYTES), end).includes('%%EOF', 0, 'latin1');
}
const FILLING = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20]);

async function openAlone(file: Buffer, milliseconds: number): Promise<void> {
  // Beside this file, as source or as built.
  const source = new URL(`./open-pdf.worker${extname(import.meta.filename)}`, import.meta.url);
  const thread = new Worker(source, {
    workerData: new Uint8Array(file),
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  const before = process.memoryUsage.rss();
  let timer: NodeJS.Timeout | undefined;
  let look: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<PdfAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(new NotOpened('too_slow')), milliseconds);
      // From here: a thread that unpacks does not come to look itself.
      look = setInterval(() => {
        if (process.memoryUsage.rss() - before > PROCESS_BYTES) reject(new NotOpened('too_slow'));
      }, LOOK_MS);
      thread.on('message', resolve);
      thread.on('error', (cause: Error) => reject(new NotOpened(isFull(cause) ? 'too_slow' : 'damaged', { cause })));
      thread.on('exit', () => reject(new NotOpened('damaged')));
    });
    if ('fault' in answer) throw new NotOpened(answer.fault, { cause: answer.detail });
    if (answer.pages === 0) throw new NotOpened('no_pages');
  } finally {
    clearTimeout(timer);
    clearInterval(look);
    await thread.terminate();
  }
}

const isFull = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
