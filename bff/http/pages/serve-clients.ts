import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Next } from 'koa';
import send from 'koa-send';
import { withCard } from './link-card.ts';

/** A built single-page client: files below `directory`, served below `prefix`; unknown paths get its index.html. */
export interface Client {
  prefix: string;
  directory: string;
  /** What the head of a page that is sent in chats says beside its own (link-card.ts), maybe ''; null for other pages. */
  cardOf?: (path: string) => Promise<string | null>;
  /** What stands in a page before any script runs, as HTML; '' for most. `page`: path and query; `address`: who asks. */
  firstAnswerOf?: (page: string, address: string) => Promise<string>;
}

/** Serves the built clients. File names with a content hash are cached for good, index.html never. */
export function serveClients(clients: readonly Client[]) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      await next();
      return;
    }
    const client = clients.find(
      ({ prefix }) => ctx.path === prefix || ctx.path.startsWith(`${prefix}/`) || prefix === '',
    );
    if (!client) {
      await next();
      return;
    }
    const relative = ctx.path.slice(client.prefix.length).replace(/^\/+/, '');
    if (relative !== '' && (await isFile(path.join(client.directory, path.posix.normalize(`/${relative}`))))) {
      await send(ctx, relative, {
        root: client.directory,
        hidden: false,
        setHeaders: (res) => res.setHeader('Cache-Control', cacheControl(relative)),
      });
      return;
    }
    // A missing script or picture must be a 404, not a page of HTML.
    if (path.posix.extname(relative) !== '') {
      await next();
      return;
    }
    if (!(await isFile(path.join(client.directory, 'index.html')))) {
      await next();
      return;
    }
    const card = (await client.cardOf?.(ctx.path)) ?? null;
    const answer = ctx.method === 'GET' ? ((await client.firstAnswerOf?.(ctx.path + ctx.search, ctx.ip)) ?? '') : '';
    if (card !== null || answer !== '') {
      ctx.type = 'html';
      // How a certificate stands may change any moment, and no search engine keeps a link that is somebody's secret.
      ctx.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
      const html = await readFile(path.join(client.directory, 'index.html'), 'utf8');
      ctx.body = withFirstAnswer(withCard(html, card ?? ''), answer);
      return;
    }
    await send(ctx, 'index.html', {
      root: client.directory,
      setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
    });
  };
}

/** Puts it before the client's own root, which stays empty until the client shows something. */
const withFirstAnswer = (html: string, answer: string): string =>
  html.replace(/<div id="?app"?>/i, (rootTag) => answer + rootTag);

const HASHED = /[.-][0-9A-Za-z_-]{8,}\.\w+$/;
const cacheControl = (file: string) => (HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
