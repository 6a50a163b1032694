import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lineFor } from '../opening/turns.ts';
import { NotXlsx, type NotXlsxReason } from './reading/sheet.ts';

/** What a thread may take that works on a stranger's file. */
export interface ThreadLimits {
  /** The most bytes of all parts together, as they come out. */
  unpackedBytes: number;
  /** From the start of the thread to its last piece, while nobody but the file keeps it waiting. */
  milliseconds: number;
  heapMegabytes: number;
}

export const LIMITS: ThreadLimits = {
  unpackedBytes: 400 * 1024 * 1024,
  milliseconds: 60_000,
  heapMegabytes: 512,
};

export type ThreadAnswer<Piece> = { piece: Piece } | { end: true } | { fault: NotXlsxReason; detail: string };

/**
 * The pieces that a thread of its own makes of a file, no further than they are taken: whatever the file does to the
 * thread, it is ended and others' requests go on. Beyond two threads the next waits for its turn. Throws NotXlsx, and
 * AppError `too_many_requests` when the line is too long.
 * @param source of the thread, beside this file, without its ending
 */
export async function* piecesFrom<Piece>(source: string, request: object, limits: ThreadLimits): AsyncGenerator<Piece> {
  const done = await line.take();
  try {
    yield* piecesAlone<Piece>(source, request, limits);
  } finally {
    done();
  }
}

async function* piecesAlone<Piece>(source: string, request: object, limits: ThreadLimits): AsyncGenerator<Piece> {
  const thread = startThread(source, request, limits);
  let left = limits.milliseconds;
  try {
    for (;;) {
      const began = performance.now();
      const answer = await ask<Piece>(thread, left);
      left -= performance.now() - began;
      if ('fault' in answer) throw new NotXlsx(answer.fault, { cause: answer.detail });
      if ('end' in answer) return;
      yield answer.piece;
    }
  } finally {
    await thread.terminate();
  }
}

/** Files worked on at the same time: each may take a core and `heapMegabytes`, and twenty of them all that there is. */
const line = lineFor({ atOnce: 2 });

function startThread(source: string, request: object, { heapMegabytes }: ThreadLimits): Worker {
  // Beside this file, as source or as built.
  const file = new URL(`./${source}${extname(import.meta.filename)}`, import.meta.url);
  return new Worker(file, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

function ask<Piece>(thread: Worker, milliseconds: number): Promise<ThreadAnswer<Piece>> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer);
      thread.off('message', answered).off('error', failed).off('exit', ended);
      act();
    };
    const answered = (answer: ThreadAnswer<Piece>) => end(() => resolve(answer));
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
