import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { log } from '../platform/log/log.ts';
import { observeRequest } from '../platform/metrics/metrics.ts';

/** Gives each request an id, logs one line and counts it. Never the query, body, cookies or a token in the path. */
export async function requestLog(ctx: Context, next: Next): Promise<void> {
  const started = performance.now();
  ctx.state['requestId'] = randomUUID();
  ctx.set('X-Request-Id', ctx.state['requestId'] as string);
  try {
    await next();
  } finally {
    const seconds = (performance.now() - started) / 1000;
    const route =
      (ctx as { routerPath?: string })['routerPath'] ?? (ctx['_matchedRoute'] as string | undefined) ?? 'static';
    observeRequest({ method: ctx.method, route, status: ctx.status, seconds });
    log.info(
      {
        requestId: ctx.state['requestId'],
        method: ctx.method,
        route,
        status: ctx.status,
        ms: Math.round(seconds * 1000),
        accountId: ctx.state['accountId'],
      },
      'request',
    );
  }
}
