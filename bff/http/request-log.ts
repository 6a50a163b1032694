import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { logRequest } from '../platform/log/log.ts';
import { observeRequest } from '../platform/metrics/metrics.ts';

/** Gives each request an id, logs one line and counts it. Never the query, body, cookies or a token in the path. */
export async function requestLog(ctx: Context, next: Next): Promise<void> {
  const started = performance.now();
  const requestId = randomUUID();
  ctx.state['requestId'] = requestId;
  ctx.set('X-Request-Id', requestId);
  try {
    await next();
  } finally {
    const seconds = (performance.now() - started) / 1000;
    // The pattern of an endpoint; pages and files of the clients are one.
    const route = (ctx.state['route'] as string | undefined) ?? 'static';
    observeRequest({ method: ctx.method, route, status: ctx.status, seconds });
    logRequest({
      requestId,
      method: ctx.method,
      route,
      status: ctx.status,
      ms: Math.round(seconds * 1000),
      accountId: ctx.state['accountId'] as number | undefined,
    });
  }
}
