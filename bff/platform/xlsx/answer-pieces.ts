import { parentPort } from 'node:worker_threads';
import { giveWay } from '../opening/give-way.ts';
import { NotZip } from '../zip/unpack.ts';
import { NotXlsx } from './reading/sheet.ts';
import type { ThreadAnswer } from './thread.ts';

/** In a thread: hands over one piece each time it is asked, and what went wrong instead. */
export function answerPieces<Piece>(pieces: AsyncGenerator<Piece>): void {
  giveWay();
  const answer = (given: ThreadAnswer<Piece>) => parentPort?.postMessage(given);
  parentPort?.on('message', () => {
    pieces.next().then(
      ({ value, done }) => answer(done ? { end: true } : { piece: value }),
      (error: unknown) => answer({ fault: isKnown(error) ? error.reason : 'unreadable', detail: String(error) }),
    );
  });
}

const isKnown = (error: unknown) => error instanceof NotXlsx || error instanceof NotZip;
