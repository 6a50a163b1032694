import pino, { type DestinationStream } from 'pino';

/** Bytes that are written at once: a write for each line would cost more than all else that is done for it. */
const PIECE = 4_096;
/** A line waits no longer, ms: so much of requests, and of nothing else, is lost with a process that is killed. */
const WAIT_MS = 200;

/**
 * Two ways into one file: lines that wait for each other, and lines that wait for nothing and take with them what waited,
 * so that all stand in the order in which they were written. What waits is written, too, when the process ends by itself.
 * @param dest a path, or the number of an open file: 1 is standard output
 */
export function inPieces(dest: number | string): { waiting: DestinationStream; atOnce: DestinationStream } {
  const file = pino.destination({ dest, sync: true, minLength: PIECE, periodicFlush: WAIT_MS });
  process.on('exit', () => file.flushSync());
  return {
    waiting: file,
    atOnce: {
      write(line: string) {
        file.write(line);
        file.flushSync();
      },
    },
  };
}
