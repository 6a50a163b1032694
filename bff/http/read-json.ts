import { parse } from '@hapi/bourne';
import { bodyParser } from '@koa/bodyparser';
import type { Context } from 'koa';
import { AppError } from '../errors.ts';

/** Bytes of a body, unpacked; the longest form with all its texts has a tenth of it. */
const LIMIT = '256kb';
/** Levels of lists and objects; the deepest body of the contract has six. What nests deeper is made to cost time. */
export const MAX_DEPTH = 32;

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

// The library reads and unpacks; whatever goes wrong there (broken gzip or brotli, a body that breaks off, an unknown
// packing or character set) is the sender's.
const readText = bodyParser({
  enableTypes: ['text'],
  extendTypes: { text: ['application/json'] },
  textLimit: LIMIT,
  parsedMethods: METHODS,
  onError(error) {
    if ((error as { status?: unknown }).status === 413) throw new AppError('too_large');
    throw new AppError('bad_request', { message: '请求内容不完整或已损坏，请重试' });
  },
});

/**
 * Leaves a JSON body, parsed, in `ctx.request.body`; {} for none. Throws `too_large`, and `bad_request` for what is no
 * list or object, nests deeper than MAX_DEPTH, or names a prototype. The depth is counted before anything is parsed.
 */
export async function readJson(ctx: Context): Promise<void> {
  await readText(ctx, async () => undefined);
  const text: unknown = ctx.request.body;
  if (typeof text === 'string') ctx.request.body = text === '' ? {} : parseJson(text);
}

function parseJson(text: string): unknown {
  if (nestsDeeper(text, MAX_DEPTH)) throw new AppError('bad_request', { message: '请求内容的层次过多' });
  let parsed: unknown;
  try {
    parsed = parse(text);
  } catch {
    throw new AppError('bad_request');
  }
  if (typeof parsed !== 'object' || parsed === null) throw new AppError('bad_request');
  return parsed;
}

/** Whether brackets outside of strings are ever more than `limit` deep; stops there. */
function nestsDeeper(text: string, limit: number): boolean {
  // A string, whole or broken off, or one bracket: what lies between is not looked at.
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '[' || token === '{') limit--;
    else if (token === ']' || token === '}') limit++;
    if (limit < 0) return true;
  }
  return false;
}
const TOKEN = /"(?:[^"\\]|\\.)*"?|[[\]{}]/gs;
