import type { Context, Next } from 'koa';
import type { ErrorReply } from '../contract/errors.ts';
import { AppError } from '../errors.ts';
import { log } from '../platform/log/log.ts';

/** Turns what handlers throw into the contract's error reply; what we did not foresee is logged and says nothing. */
export async function onError(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
  } catch (cause) {
    const error = cause instanceof AppError ? cause : fromHttp(cause);
    const requestId = String(ctx.state['requestId'] ?? '');
    if (error.code === 'internal') log.error({ err: cause, requestId }, 'request failed');
    const reply: ErrorReply = {
      error: { code: error.code, message: error.message, ...(error.fields && { fields: error.fields }), requestId },
    };
    ctx.status = error.status;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = reply;
  }
}

/** Errors of the body parser and of koa itself carry an HTTP status. */
function fromHttp(cause: unknown): AppError {
  const status = (cause as { status?: unknown }).status;
  if (status === 413) return new AppError('too_large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('bad_request');
  return new AppError('internal');
}
