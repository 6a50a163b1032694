import { types } from 'node:util';

/** Names of values that never reach the log, wherever they stand in what is logged. */
const SECRETS = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'code',
  'secret',
  'authorization',
  'cookie',
  'idNumber',
  'phone',
  'email',
  'body',
  'query',
];

/** Paths for pino's redaction: the secrets at the top, and up to two levels down. */
export const REDACTED_PATHS = ['', '*.', '*.*.'].flatMap((prefix) => SECRETS.map((name) => `${prefix}${name}`));

/** What the log keeps of an error: no SQL, no parameters, no row, since these hold personal data. */
export interface LoggedError {
  type: string;
  message: string;
  stack: string | undefined;
  errorCode?: string;
  cause?: LoggedError | undefined;
}

/** Identity numbers (18 characters), older ones and bank cards (15–19 digits), mobile numbers. */
const PERSONAL_NUMBER = /\b(?:\d{17}[\dXx]|\d{15,19}|1[3-9]\d{9})\b/g;

/** Error → what may be logged of it, causes included. */
export function serialiseError(error: unknown, depth = 0): LoggedError {
  if (!isError(error)) {
    return { type: typeof error, message: withoutPersonalNumbers(String(error)), stack: undefined };
  }
  const { code, parent } = error as { code?: unknown; parent?: unknown };
  const errorCode = code ?? (parent as { code?: unknown } | undefined)?.code;
  return {
    type: error.name,
    message: withoutPersonalNumbers(error.message),
    stack: error.stack && withoutPersonalNumbers(error.stack),
    ...(typeof errorCode === 'string' && { errorCode }),
    ...(error.cause !== undefined && depth < 3 && { cause: serialiseError(error.cause, depth + 1) }),
  };
}

/** Method and path: no query, headers or body. */
export function serialiseRequest(request: { method?: string; url?: string }): { method?: string; path?: string } {
  return {
    ...(request.method !== undefined && { method: request.method }),
    ...(request.url !== undefined && { path: request.url.split('?')[0] ?? '' }),
  };
}

/** Also for errors of another realm (worker threads, test runners) and DOMException. */
export function isError(thrown: unknown): thrown is Error {
  return types.isNativeError(thrown) || thrown instanceof Error;
}

function withoutPersonalNumbers(text: string): string {
  return text.replace(PERSONAL_NUMBER, '[number]');
}
