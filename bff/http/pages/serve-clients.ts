import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Next } from 'koa';
import send from 'koa-send';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { withCard } from './link-card.ts';

/** A built single-page client: files below `directory`, served below `prefix`; unknown paths get its index.html. */
export interface Client {
  prefix: string;
  directory: string;
  /** What the head of a page that is sent in chats says beside its own (link-card.ts), maybe ''; null for other pages. */
  cardOf?: (path: string) => Promise<string | null>;
  /** What stands in a page before any script runs, as HTML; '' for most. `page`: path and query; `address`: who asks. */
  firstAnswerOf?: (page: string, address: string) => Promise<string>;
  /** The same of a page that says nothing secret, and may be kept. */
  firstLookOf?: (page: string) => Promise<string>;
  /** What the client would ask for with every page, as HTML that shows nothing; '' while it cannot be told at once. */
  dataOf?: () => Promise<string>;
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
    await sendPage(ctx, client);
  };
}

async function sendPage(ctx: Context, client: Client): Promise<void> {
  const card = (await client.cardOf?.(ctx.path)) ?? null;
  const answer = ctx.method === 'GET' ? ((await client.firstAnswerOf?.(ctx.path + ctx.search, ctx.ip)) ?? '') : '';
  const look = answer === '' ? ((await client.firstLookOf?.(ctx.path + ctx.search)) ?? '') : '';
  const data = (await client.dataOf?.()) ?? '';
  const html = await readFile(path.join(client.directory, 'index.html'), 'utf8');
  ctx.type = 'html';
  const painted = withData(withFirstPaint(withCard(html, card ?? ''), answer + look), data);
  const page = answer === '' ? painted : withScriptsLater(painted);
  ctx.body = page;
  if (card !== null || answer !== '') {
    // How a certificate stands may change any moment, and no search engine keeps a link that is somebody's secret.
    ctx.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
    return;
  }
  ctx.set('Cache-Control', 'no-cache');
  ctx.etag = sha256(page).slice(0, ETAG_LENGTH);
  if (ctx.fresh) ctx.status = 304;
}

/** Of a SHA-256 in hex: no two of our pages have the same 64 bits. */
const ETAG_LENGTH = 16;

const ROOT = /<div id="?app"?>/i;
const STYLES = /<link\b[^>]*\brel="?stylesheet"?[^>]*>/gi;
const SCRIPTS = /<script\b[^>]*\bsrc="?([^\s">]+)"?[^>]*><\/script>/gi;
/**
 * Puts it before the client's own root, which stays empty until the client shows something. It brings its own styles:
 * those of the client stand behind it, so that it is painted before they have come.
 */
function withFirstPaint(html: string, painted: string): string {
  if (painted === '') return html;
  const styles = (html.match(STYLES) ?? []).join('');
  return html.replace(STYLES, '').replace(ROOT, (rootTag) => painted + styles + rootTag);
}

/** Has the client's scripts asked for once the page is painted (miniapp/static/after-paint.js): it says all there is to say. */
function withScriptsLater(html: string): string {
  const scripts = [...html.matchAll(SCRIPTS)].map(([, address]) => address).join(' ');
  const later = `<script defer src="/static/after-paint.js" data-scripts="${scripts}"></script>`;
  return html.replace(SCRIPTS, '').replace(/<\/head>/i, (end) => later + end);
}

const withData = (html: string, data: string): string => html.replace(ROOT, (rootTag) => data + rootTag);

const HASHED = /[.-][0-9A-Za-z_-]{8,}\.\w+$/;
const cacheControl = (file: string) => (HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
