import busboy from 'busboy';
import type { Context } from 'koa';
import { z } from 'zod';
import { MAX_ATTACHMENT_BYTES } from '../contract/files/limits.ts';
import { AppError } from '../errors.ts';

/** One file of a form, whole in memory. */
export const uploadedFile = z.object({ name: z.string(), bytes: z.instanceof(Buffer) });
export type UploadedFile = z.output<typeof uploadedFile>;

// busboy says when a limit is reached, not when it is passed.
const ONE_FILE = { files: 1, fields: 0, headerPairs: 20 };

/**
 * Reads a form that holds one file in `file` and nothing else.
 * Throws `too_large` beyond `maxBytes`, `bad_request` for any other form, and for one that breaks off.
 */
export async function readUpload(ctx: Context, maxBytes = MAX_ATTACHMENT_BYTES): Promise<UploadedFile> {
  // What is announced to be too large is not even read; what lies about it stops at the limit.
  if ((ctx.request.length ?? 0) > maxBytes + 10_000) throw tooLarge(maxBytes);
  return new Promise((resolve, reject) => {
    let file: UploadedFile | undefined;
    const refuse = (error: AppError) => {
      ctx.req.unpipe(form);
      ctx.req.resume();
      reject(error);
    };
    const malformed = () => refuse(new AppError('bad_request'));
    const form = openForm(ctx, maxBytes);
    form.on('file', (field, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => refuse(tooLarge(maxBytes)));
      stream.on('error', malformed);
      stream.on('end', () => {
        if (field === 'file') file = { name: givenName(ctx) ?? filename ?? '', bytes: Buffer.concat(chunks) };
      });
    });
    for (const limit of ['filesLimit', 'fieldsLimit'] as const) form.on(limit, malformed);
    form.on('error', malformed);
    form.on('close', () => (file ? resolve(file) : malformed()));
    ctx.req.on('aborted', malformed);
    ctx.req.pipe(form);
  });
}

const tooLarge = (maxBytes: number) =>
  new AppError('too_large', { message: `单个附件不能超过${maxBytes / 1024 / 1024} MB，请压缩或拆分后再上传` });

// The mini-program cannot say in the form what a file is called: WeChat writes the name of its temporary copy there.
function givenName(ctx: Context): string | undefined {
  const header = ctx.get('x-file-name');
  if (header === '') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

function openForm(ctx: Context, maxBytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: ctx.req.headers,
      limits: { ...ONE_FILE, fileSize: maxBytes + 1 },
      defParamCharset: 'utf8',
    });
  } catch {
    throw new AppError('bad_request');
  }
}
