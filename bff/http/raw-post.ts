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
    const { status, words } = await receive({ rawBody: await readBody(ctx), header: (name) => ctx.get(name) });
    ctx.status = status;
    ctx.body = words === undefined ? null : { code: 'FAIL', message: words };
    if (words === undefined) ctx.status = status;
  };
}

/** What came, announced or in pieces (proxies pass notices on so). Throws `too_large` as soon as it is more than MAX_BYTES. */
async function readBody(ctx: Context): Promise<string> {
  if ((ctx.request.length ?? 0) > MAX_BYTES) throw new AppError('too_large');
  const { req } = ctx;
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const take = (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= MAX_BYTES) {
        pieces.push(piece);
        return;
      }
      // The rest runs past unread: the answer has a connection to go by.
      req.off('data', take);
      req.resume();
      reject(new AppError('too_large'));
    };
    req.on('data', take);
    req.on('end', () => resolve(Buffer.concat(pieces).toString()));
    req.on('error', () => reject(new AppError('bad_request')));
    req.on('aborted', () => reject(new AppError('bad_request')));
  });
}
