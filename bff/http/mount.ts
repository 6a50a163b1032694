import Router from '@koa/router';
import type { Context } from 'koa';
import type { ZodType } from 'zod';
import { AppError } from '../errors.ts';
import { plainAddress } from '../platform/network.ts';
import { authenticate, realmOf, sessionCookie } from './authenticate.ts';
import { readUpload } from './read-upload.ts';
import type { FileStream, ReplyFile, Route, SchemaByBody } from './route.ts';
import { validate } from './validate.ts';

/** A router below /api that runs each route: authenticate, validate, handle, reply. */
export function mountRoutes(routes: readonly Route[]): Router {
  const router = new Router({ prefix: '/api', strict: true });
  for (const route of routes) {
    router.register(route.endpoint.path, [route.endpoint.method], async (ctx) => serve(ctx, route));
  }
  return router;
}

async function serve(ctx: Context & { params: Record<string, string> }, { endpoint, schemas, handle }: Route) {
  const actor = await authenticate(ctx, endpoint);
  ctx.state['accountId'] = actor?.accountId;
  const reply = await handle({
    actor: actor,
    params: await readParams(schemas.params, ctx.params),
    query: schemas.query && (await validate(schemas.query, { ...ctx.query })),
    body: endpoint.takes === 'file' ? await readUpload(ctx) : await readBody(schemas.body, ctx),
    address: plainAddress(ctx.ip),
    device: ctx.get('user-agent').slice(0, 200),
    isAhead: asksAhead(ctx),
    session: sessionCookie(ctx, realmOf(endpoint.access, endpoint.path)),
  });
  ctx.set('Cache-Control', 'no-store');
  if (endpoint.replies === 'pdf' || endpoint.replies === 'file') return replyFile(ctx, reply as ReplyFile);
  if (endpoint.replies === 'xlsx' || endpoint.replies === 'zip') {
    const { stream, fileName } = reply as FileStream;
    ctx.attachment(fileName);
    ctx.type = STREAMED[endpoint.replies];
    ctx.body = stream;
    return;
  }
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = JSON.stringify(reply ?? null);
}

const STREAMED = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

function replyFile(ctx: Context, { bytes, fileName, contentType = 'application/pdf' }: ReplyFile): void {
  ctx.type = contentType;
  ctx.attachment(fileName, { type: 'inline' });
  // What others made is shown and can do nothing: no script, no form, no page of ours around it.
  if (contentType !== 'application/pdf') ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
  ctx.body = bytes;
}

/** A malformed path parameter names nothing that exists. */
async function readParams(schema: ZodType | undefined, params: Record<string, string>): Promise<unknown> {
  if (!schema) return undefined;
  const parsed = await schema.safeParseAsync({ ...params });
  if (!parsed.success) throw new AppError('not_found');
  return parsed.data;
}

async function readBody(schema: ZodType | SchemaByBody<ZodType> | undefined, ctx: Context): Promise<unknown> {
  // What the body parser leaves alone would look like an empty form, with every field missing.
  if (hasBody(ctx) && !ctx.is('json')) throw new AppError('bad_request');
  const raw: unknown = ctx.request.body;
  if (schema) return validate('choose' in schema ? await schema.choose(raw) : schema, raw ?? {});
  if (raw && Object.keys(raw).length > 0) throw new AppError('bad_request');
  return undefined;
}

/** `Sec-Purpose` is the standard's name; the other two are older browsers'. */
const asksAhead = (ctx: Context) =>
  ['sec-purpose', 'purpose', 'x-moz'].some((name) => /prefetch|prerender|preview/i.test(ctx.get(name)));

const hasBody = (ctx: Context) => (ctx.request.length ?? 0) > 0 || ctx.get('transfer-encoding') !== '';
