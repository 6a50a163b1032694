import type { Context, Next } from 'koa';
import type { ErrorReply } from '../contract/errors.ts';
import { AppError } from '../errors.ts';
import { isOutage } from '../platform/db/outage.ts';
import { KeyValueError } from '../platform/kv/key-value.ts';
import { log } from '../platform/log/log.ts';
import { isDiskFull } from '../platform/storage/disk-full.ts';

/** For programs, s: a database or a process that starts again needs about as long. */
const RETRY_AFTER_S = 5;

/** Turns what handlers throw into the contract's error reply; what we did not foresee is logged and says nothing. */
export async function onError(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
  } catch (cause) {
    const error = cause instanceof AppError ? cause : (fromOutage(cause) ?? fromHttp(cause));
    const requestId = String(ctx.state['requestId'] ?? '');
    if (error.status >= 500) log.error({ err: cause, requestId }, 'request failed');
    const reply: ErrorReply = {
      error: { code: error.code, message: error.message, ...(error.fields && { fields: error.fields }), requestId },
    };
    ctx.status = error.status;
    ctx.set('Cache-Control', 'no-store');
    const retryAfterS = error.retryAfterS ?? (error.status === 503 ? RETRY_AFTER_S : undefined);
    if (retryAfterS !== undefined) ctx.set('Retry-After', String(retryAfterS));
    ctx.body = reply;
  }
}

const VISITOR_LEFT = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];

/** What goes wrong while an answer is on its way. That a visitor closed the page before its end is no error of ours. */
export function onReplyError(cause: unknown): void {
  const { code } = cause as { code?: unknown };
  if (!VISITOR_LEFT.includes(String(code))) log.error({ err: cause }, 'answer broke off');
}

/** No room, or database or key-values are away: another try in a while may succeed, and the caller is told so. */
function fromOutage(cause: unknown): AppError | null {
  if (isDiskFull(cause)) return new AppError('storage_full');
  return cause instanceof KeyValueError || isOutage(cause) ? new AppError('unavailable') : null;
}

/** Errors of koa itself carry an HTTP status. */
function fromHttp(cause: unknown): AppError {
  const { status } = cause as { status?: unknown };
  if (status === 413) return new AppError('too_large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('bad_request');
  return new AppError('internal');
}
