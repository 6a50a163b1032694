import type { Context, Next } from 'koa';
import type { ZodType } from 'zod';
import { AppError } from '../errors.ts';
import { plainAddress } from '../platform/network.ts';
import { authenticate, realmOf, sessionCookie } from './authenticate.ts';
import { readUpload } from './read-upload.ts';
import { readJson } from './read-json.ts';
import { RouteTable, type Found } from './route-table.ts';
import type { FileStream, ReplyFile, Route, SchemaByBody } from './route.ts';
import { validate } from './validate.ts';

/** Answers requests below /api that name one of the routes: authenticate, validate, handle, reply. */
export function mountRoutes(routes: readonly Route[]) {
  const table = new RouteTable(routes);
  return async (ctx: Context, next: Next): Promise<void> => {
    const found = ctx.path.startsWith('/api/') ? table.find(ctx.method, ctx.path.slice('/api'.length)) : undefined;
    if (!found) {
      await next();
      return;
    }
    ctx.state['route'] = `/api${found.route.endpoint.path}`;
    await serve(ctx, found);
  };
}

/** Below /api everything unknown is JSON, never a client's page; an unsound body is refused here as everywhere. */
export async function unknownEndpoint(ctx: Context, next: Next): Promise<void> {
  if (ctx.path === '/api' || ctx.path.startsWith('/api/')) {
    await readJson(ctx);
    throw new AppError('not_found');
  }
  await next();
}

async function serve(ctx: Context, { route: { endpoint, schemas, handle }, params }: Found): Promise<void> {
  // Nothing that reads has a body, and a form with a file is read by itself.
  if (endpoint.method !== 'GET') await readJson(ctx);
  const actor = await authenticate(ctx, endpoint);
  ctx.state['accountId'] = actor?.accountId;
  const reply = await handle({
    actor: actor,
    params: await readParams(schemas.params, params),
    query: schemas.query && (await validate(schemas.query, { ...ctx.query })),
    body: endpoint.takes === 'file' ? await readUpload(ctx, endpoint.maxBytes) : await readBody(schemas.body, ctx),
    address: plainAddress(ctx.ip),
    device: ctx.get('user-agent').slice(0, 200),
    isAhead: asksAhead(ctx),
    session: sessionCookie(ctx, realmOf(endpoint.access, endpoint.path)),
  });
  ctx.set('Cache-Control', 'no-store');
  if (endpoint.replies === 'pdf' || endpoint.replies === 'file') return replyFile(ctx, reply as ReplyFile);
  if (endpoint.replies === 'xlsx' || endpoint.replies === 'zip') {
    const { stream, fileName, headers = {} } = reply as FileStream;
    ctx.attachment(fileName);
    ctx.set(headers);
    ctx.type = STREAMED[endpoint.replies];
    ctx.body = stream;
    return;
  }
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = bytesOf(JSON.stringify(reply ?? null));
}

/** UTF-8 has three bytes at most for a unit of UTF-16; Buffer.from would count first, at the price of writing it twice. */
function bytesOf(text: string): Buffer {
  const room = Buffer.allocUnsafe(text.length * 3);
  return room.subarray(0, room.write(text));
}

const STREAMED = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

function replyFile(ctx: Context, file: ReplyFile): void {
  const { bytes, fileName, contentType = 'application/pdf', isShown = true, etag } = file;
  ctx.attachment(fileName, { type: isShown ? 'inline' : 'attachment' });
  // After the name, whose ending would say otherwise.
  ctx.type = contentType;
  // What others made is shown and can do nothing: no script, no form, no page of ours around it.
  if (contentType !== 'application/pdf') ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
  ctx.body = bytes;
  if (etag === undefined) return;
  // Weak: compressed it is another file.
  ctx.set('ETag', `W/"${etag}"`);
  ctx.set('Cache-Control', 'private, no-cache');
  if (ctx.fresh) ctx.status = 304;
}

/** A malformed path parameter names nothing that exists. */
async function readParams(schema: ZodType | undefined, params: Record<string, string>): Promise<unknown> {
  if (!schema) return undefined;
  const parsed = await schema.safeParseAsync(params);
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
