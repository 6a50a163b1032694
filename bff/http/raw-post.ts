import { text } from 'node:stream/consumers';
import type { Context, Next } from 'koa';
import { AppError } from '../errors.ts';

/** Larger than any notice; more is not read. */
const MAX_BYTES = 64 * 1024;

export interface RawPost {
  /** Exactly what came. */
  rawBody: string;
  /** '' for a header that is not there. */
  header: (name: string) => string;
}

/**
 * Hands the body of POST `path` on as it came, before any parser: signatures cover bytes, not meaning. The reply is a
 * status, and words for a refusal.
 */
export function rawPost(path: string, receive: (post: RawPost) => Promise<{ status: number; words?: string }>) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== path || ctx.method !== 'POST') {
      await next();
      return;
    }
    if (!((ctx.request.length ?? Infinity) <= MAX_BYTES)) throw new AppError('too_large');
    const { status, words } = await receive({ rawBody: await text(ctx.req), header: (name) => ctx.get(name) });
    ctx.status = status;
    ctx.body = words === undefined ? null : { code: 'FAIL', message: words };
    if (words === undefined) ctx.status = status;
  };
}
