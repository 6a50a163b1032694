import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { root } from '../../platform/paths.ts';
import { linkCard, withCard } from './link-card.ts';
import { serveClients } from './serve-clients.ts';

const office = {
  association: '江海市律师协会',
  associationEnglish: 'Jianghai Lawyers Association',
  origin: 'https://cert.example',
};
const PAGE =
  '<!doctype html><html><head><meta charset="utf-8" /><meta name="description" content="旧" /><title>律证</title></head><body></body></html>';

describe('the card of a link', () => {
  test.each(['/', '/verify', '/c', '/c/', '/s/', '/s/a/b', '/applications', '/sx/abc'])('%s has none', (path) => {
    expect(linkCard(path, office)).toBeNull();
  });

  test('has title, description and an absolute picture, for Open Graph and Twitter', () => {
    const card = linkCard('/s/abcdefghijklmnopqrstuv', office) ?? '';
    for (const name of ['og:title', 'og:description', 'og:image', 'twitter:card', 'twitter:image']) {
      expect(card).toContain(`"${name}"`);
    }
    expect(card).toContain('content="https://cert.example/static/link-card.png"');
    expect(card).toContain('江海市律师协会');
  });

  test('is the same for every link of a kind: it cannot tell one that exists from one that does not', () => {
    expect(linkCard('/s/abcdefghijklmnopqrstuv', office)).toBe(linkCard('/s/AAAAAAAAAAAAAAAAAAAAAA', office));
    expect(linkCard('/c/abcdefghijklmnopqrstuv', office)).toBe(linkCard('/c/x', office));
    expect(linkCard('/s/secret-token', office)).not.toContain('secret-token');
  });

  test('escapes what the office calls itself', () => {
    const card = linkCard('/s/x', { ...office, association: `<script>"'&` }) ?? '';
    expect(card).not.toContain('<script>');
    expect(card).toContain('&lt;script&gt;&quot;&#39;&amp;');
    // Nor does a dollar sign mean anything when it is put in.
    expect(withCard(PAGE, linkCard('/s/x', { ...office, association: "$&$'" }) ?? '')).toContain('$&amp;$&#39;');
  });

  test('takes the place of the title and the description of the page', () => {
    const html = withCard(PAGE, linkCard('/s/x', office) ?? '');
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html.match(/name="description"/g)).toHaveLength(1);
    expect(html).not.toContain('律证</title>');
  });
});

describe('as it is served', () => {
  let directory = '';
  let server: Server | undefined;
  let ask: (path: string, method?: string) => Promise<Response>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lvzheng-card-'));
    await writeFile(join(directory, 'index.html'), PAGE);
    const cardOf = (path: string) => Promise.resolve(linkCard(path, office));
    const handle = new Koa().use(serveClients([{ prefix: '', directory, cardOf }])).callback();
    server = createServer((request, response) => void handle(request, response));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    ask = (path, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await rm(directory, { recursive: true, force: true });
  });

  test.each(['/c/abc', '/s/abc'])('%s is kept by nobody and found by no search engine', async (path) => {
    const answer = await ask(path);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('og:image');
    expect((await ask(path, 'HEAD')).status).toBe(200);
  });

  test('other pages are as they were', async () => {
    const answer = await ask('/verify');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toBe(PAGE);
  });
});

test('the picture is a small PNG of the size that the card names', async () => {
  const picture = await readFile(join(root, 'miniapp/static/link-card.png'));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(picture.length).toBeLessThan(60_000);
});
