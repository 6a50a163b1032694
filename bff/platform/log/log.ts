import pino, { type DestinationStream, type Logger } from 'pino';
import { env } from '../../env.ts';
import { readableLines } from './readable.ts';
import { REDACTED_PATHS, serialiseError, serialiseRequest } from './serialise.ts';

/** A logger with the house's redaction that writes to `destination`. */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
      serializers: { err: serialiseError, error: serialiseError, req: serialiseRequest },
    },
    destination,
  );
}

/** The log of this process: JSON lines in production, readable lines elsewhere; both on standard output. */
export const log: Logger = createLog(
  env.LOG_LEVEL,
  env.NODE_ENV === 'production' ? pino.destination({ sync: true }) : readableLines(process.stdout),
);
