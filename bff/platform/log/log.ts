import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { env } from '../../env.ts';
import { inPieces } from './in-pieces.ts';
import { readableLines } from './readable.ts';
import { REDACTED_PATHS, serialiseError, serialiseRequest } from './serialise.ts';

const OPTIONS: LoggerOptions = {
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: serialiseError, error: serialiseError, req: serialiseRequest },
};

/** A logger with the house's redaction that writes to `destination`. */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino({ ...OPTIONS, level, redact: { paths: REDACTED_PATHS, censor: '[redacted]' } }, destination);
}

/** JSON lines in production, readable lines elsewhere; both on standard output. */
function output(): ReturnType<typeof inPieces> {
  if (env.NODE_ENV === 'production') return inPieces(process.stdout.fd);
  const lines = readableLines(process.stdout);
  return { waiting: lines, atOnce: lines };
}
const { waiting, atOnce } = output();

/** The log of this process. */
export const log: Logger = createLog(env.LOG_LEVEL, atOnce);

/** One answered request: nothing of the request itself but its method. */
export interface RequestLine {
  requestId: string;
  method: string;
  /** The pattern, never the path with its ids and tokens. */
  route: string;
  status: number;
  ms: number;
  accountId: number | undefined;
}

const requestLines = pino(OPTIONS, waiting);

/**
 * Logs a request. Its fields are all named above, so nothing needs redaction, which would cost ten times as much as the
 * line itself.
 */
export function logRequest(line: RequestLine): void {
  if (log.isLevelEnabled('info')) requestLines.info(line, 'request');
}
