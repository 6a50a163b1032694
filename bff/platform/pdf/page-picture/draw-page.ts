import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keepsState } from '../../singletons.ts';

export interface DrawRequest {
  id: number;
  pdf: Uint8Array;
  /** Which page, the first one being 1. */
  page: number;
}
export type DrawAnswer = { id: number } & ({ pages: number; jpeg: Uint8Array | null } | { fault: string });

/** A page as people see it. `jpeg` is null when the file has no such page. */
export interface PagePicture {
  pages: number;
  jpeg: Buffer | null;
}

/** A page takes under a second: whoever waits so long waits for nothing. */
const TIMEOUT_MS = 30_000;

interface Waiting {
  resolve(picture: PagePicture): void;
  reject(error: Error): void;
}
let thread: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();
keepsState(async () => {
  await thread?.terminate();
  thread = null;
  lastId = 0;
  waiting.clear();
});

/**
 * Draws a page of one of our own PDF files, one page at a time in a thread that starts with the first and keeps no
 * process alive. Throws when it cannot be drawn.
 */
export async function drawPage(pdf: Buffer, page: number): Promise<PagePicture> {
  const worker = (thread ??= startThread());
  const id = ++lastId;
  const picture = new Promise<PagePicture>((resolve, reject) => waiting.set(id, { resolve, reject }));
  const timer = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
  worker.ref();
  worker.postMessage({ id, pdf: new Uint8Array(pdf), page } satisfies DrawRequest);
  try {
    return await picture;
  } finally {
    clearTimeout(timer);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  }
}

function startThread(): Worker {
  // Beside this file, as source or as built.
  const file = new URL(`./draw-page.worker${extname(import.meta.filename)}`, import.meta.url);
  const worker = new Worker(file);
  worker.on('message', (answer: DrawAnswer) => {
    const asked = waiting.get(answer.id);
    if ('fault' in answer) asked?.reject(new Error(answer.fault));
    else asked?.resolve({ pages: answer.pages, jpeg: answer.jpeg && Buffer.from(answer.jpeg) });
  });
  const end = (error: Error) => {
    if (thread === worker) thread = null;
    for (const { reject } of waiting.values()) reject(error);
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread that draws pages ended with ${code}`)));
  return worker;
}
