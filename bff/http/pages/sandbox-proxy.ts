import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'koa';
import { AppError } from '../../errors.ts';

/** Shows the pages of scripts/sandbox below /sandbox, so that a demonstration needs one port only. */
export function sandboxProxy(sandboxUrl: string) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== '/sandbox' && !ctx.path.startsWith('/sandbox/')) {
      await next();
      return;
    }
    const answer = await ask(below(sandboxUrl, ctx), ctx);
    ctx.status = answer.statusCode ?? 502;
    for (const name of ['content-type', 'content-disposition', 'location'] as const) {
      const value = answer.headers[name];
      if (value) ctx.set(name, value);
    }
    ctx.body = answer;
  };
}

/** Path and query only: a request may name any address in its first line (RFC 9112, absolute-form), and it stays ours. */
function below(sandboxUrl: string, ctx: Context): URL {
  const url = new URL(sandboxUrl);
  url.pathname = ctx.path;
  url.search = ctx.search;
  return url;
}

/** By which a client shows itself to the provider of 会员中心. A token of ours is nobody's business there. */
function credentials(ctx: Context): { authorization?: string } {
  const authorization = ctx.get('authorization');
  return authorization.startsWith('Basic ') ? { authorization } : {};
}

function ask(url: URL, ctx: Context): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: ctx.method, headers: { accept: ctx.get('accept'), ...credentials(ctx) } },
      resolve,
    );
    asked.on('error', () => reject(new AppError('unavailable')));
    ctx.req.pipe(asked);
  });
}
