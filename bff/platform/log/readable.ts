import type { DestinationStream } from 'pino';

interface Entry {
  level: string;
  time: string;
  msg?: string;
  err?: { stack?: string };
  [key: string]: unknown;
}

/** Turns pino's JSON into one line for the eye (`12:00:00 info request method=GET status=200`), stacks below it. */
export function readableLines(output: { write(text: string): unknown }): DestinationStream {
  return {
    write(json: string): void {
      const { level, time, msg, err, ...rest } = JSON.parse(json) as Entry;
      const fields = Object.entries(rest).map(([key, value]) => `${key}=${asText(value)}`);
      const line = [time.slice(11, 19), level, msg, ...fields].filter(Boolean).join(' ');
      output.write(err?.stack ? `${line}\n${err.stack}\n` : `${line}\n`);
    },
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
