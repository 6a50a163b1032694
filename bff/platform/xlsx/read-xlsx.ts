import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keepsState } from '../singletons.ts';
import type { Wanted } from './reading/heading.ts';
import { NotXlsx, type NotXlsxReason, type XlsxRow } from './reading/sheet.ts';

export { comparable, labelOf, type Wanted } from './reading/heading.ts';
export { NotXlsx } from './reading/sheet.ts';
export type { XlsxCell, XlsxRow } from './reading/sheet.ts';

/** What reading one file may take. */
export interface ReadLimits {
  /** Rows below the heading; more are the caller's to refuse. */
  rows: number;
  /** Of all parts together, as they come out. */
  unpackedBytes: number;
  /** Of all cells together. */
  characters: number;
  /** From the start of the thread to the last row, while nobody but the file keeps it waiting. */
  milliseconds: number;
  heapMegabytes: number;
}

/** A hundred thousand rows of the widest list take a third of it. */
const LIMITS: ReadLimits = {
  rows: 100_000,
  unpackedBytes: 400 * 1024 * 1024,
  characters: 60_000_000,
  milliseconds: 60_000,
  heapMegabytes: 512,
};

export interface ReadRequest {
  file: Uint8Array;
  wanted: Wanted | undefined;
  limits: ReadLimits;
}
export type ReadAnswer = { rows: XlsxRow[] } | { end: true } | { fault: NotXlsxReason; detail: string };

/**
 * The rows of an .xlsx, .xls or .csv, in batches; empty rows are left out. With `wanted` those of the first visible
 * sheet with a known heading row, which comes first; else those of the first visible one. Reading happens in a thread
 * of its own, with limits of memory, time and unpacked bytes, and no further than rows are taken; beyond AT_ONCE files
 * the next waits for its turn. Throws NotXlsx.
 */
export async function* readBatches(
  file: Buffer,
  wanted?: Wanted,
  given: Partial<ReadLimits> = {},
): AsyncGenerator<XlsxRow[]> {
  await turn();
  try {
    yield* readAlone(file, wanted, { ...LIMITS, ...given });
  } finally {
    pass();
  }
}

async function* readAlone(file: Buffer, wanted: Wanted | undefined, limits: ReadLimits): AsyncGenerator<XlsxRow[]> {
  const thread = startThread({ file: new Uint8Array(file), wanted, limits });
  let left = limits.milliseconds;
  try {
    for (;;) {
      const began = performance.now();
      const answer = await ask(thread, left);
      left -= performance.now() - began;
      if ('fault' in answer) throw new NotXlsx(answer.fault, { cause: answer.detail });
      if ('end' in answer) return;
      if (answer.rows.length > 0) yield answer.rows;
    }
  } finally {
    await thread.terminate();
  }
}

/** Files read at the same time: each may take a core and `heapMegabytes`, and twenty of them all that there is. */
const AT_ONCE = 2;
const line: (() => void)[] = [];
let reading = 0;
keepsState(() => {
  line.length = reading = 0;
});

async function turn(): Promise<void> {
  if (reading >= AT_ONCE) await new Promise<void>((come) => line.push(come));
  else reading++;
}

/** Gives the place to the next in line. */
function pass(): void {
  const next = line.shift();
  if (next) next();
  else reading--;
}

/** The same rows all at once. */
export async function readXlsx(file: Buffer, wanted?: Wanted, limits?: Partial<ReadLimits>): Promise<XlsxRow[]> {
  const rows: XlsxRow[] = [];
  for await (const batch of readBatches(file, wanted, limits)) rows.push(...batch);
  return rows;
}

function startThread(request: ReadRequest): Worker {
  // Beside this file, as source or as built.
  const file = new URL(`./reading/read-sheet.worker${extname(import.meta.filename)}`, import.meta.url);
  const { heapMegabytes } = request.limits;
  return new Worker(file, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

function ask(thread: Worker, milliseconds: number): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer);
      thread.off('message', answered).off('error', failed).off('exit', ended);
      act();
    };
    const answered = (answer: ReadAnswer) => end(() => resolve(answer));
    const failed = (error: Error) => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => reject(isFull ? new NotXlsx('too_large') : error));
    };
    const ended = () => end(() => reject(new NotXlsx('unreadable')));
    const timer = setTimeout(() => end(() => reject(new NotXlsx('too_slow'))), Math.max(milliseconds, 1));
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage('next');
  });
}
