import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingsEndpoints } from '../../contract/settings/endpoints.ts';
import { readSettings } from '../../modules/settings/read-settings.ts';
import { updateSettings } from '../../modules/settings/update-settings.ts';
import { useApi } from '../../test/api.ts';
import { issue } from '../../test/factories/certificate.ts';
import { makeFirm, memberActor, staffActor } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';

/** What the server puts into the pages of the members' client before any script runs. */
const dist = mkdtempSync(path.join(tmpdir(), 'first-paint-'));
mkdirSync(path.join(dist, 'h5'));
mkdirSync(path.join(dist, 'admin'));
const STYLES = '<link href="/css/app.12345678.css" rel="stylesheet">';
const SCRIPTS = '<script defer="defer" src="/a.js"></script><script defer="defer" src="/js/b.12345678.js"></script>';
for (const client of ['h5', 'admin'])
  writeFileSync(
    path.join(dist, client, 'index.html'),
    `<!doctype html><html><head><title>律证</title>${SCRIPTS}${STYLES}</head><body><div id="app"></div></body></html>`,
  );
afterAll(() => rmSync(dist, { recursive: true }));

useOffice();
const api = useApi(dist);
const NAUGHTY = '江海市律师协会</script><b>"&';
const called = async (association: string) =>
  updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), association } });
beforeEach(() => called('江海市律师协会'));

const open = async (page: string, headers: Record<string, string> = {}) => {
  const { status, headers: got, bytes } = await api.fetch(page, { headers });
  return { status, got, html: bytes.toString('utf8') };
};
const officeIn = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="office-data">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

test('every page of the client brings what the endpoint says of the office; words that try to be markup stay words', async () => {
  await called(NAUGHTY);
  const { json } = await api.call(settingsEndpoints.showPublicSettings, {});
  for (const page of ['/', '/sign-in', '/faq']) {
    const { html } = await open(page);
    expect(officeIn(html)).toEqual(json);
    expect(html).not.toContain(NAUGHTY);
    expect(html.indexOf('office-data')).toBeLessThan(html.indexOf('<div id="app">'));
  }
  expect((await open('/admin')).html).not.toContain('office-data');
});

test('a page that is the same is not sent again; one that says something else is', async () => {
  const first = await open('/');
  expect(first.got.get('cache-control')).toBe('no-cache');
  const etag = first.got.get('etag') ?? '';
  expect(await open('/', { 'if-none-match': etag })).toMatchObject({ status: 304, html: '' });
  await called('江海市第二律师协会');
  expect((await open('/', { 'if-none-match': etag })).status).toBe(200);
});

test('the sign-in page is painted before its program, and its styles stand behind what needs none of them', async () => {
  await called(NAUGHTY);
  for (const page of ['/sign-in', '/sign-in?back=%2Fapplications', '/pages/sign-in/index']) {
    const { html } = await open(page);
    expect(html).toContain('江海市律师协会&lt;/script&gt;&lt;b&gt;');
    expect(html.indexOf('id="sign-in-look"')).toBeLessThan(html.indexOf(STYLES));
    expect(html.indexOf(STYLES)).toBeLessThan(html.indexOf('<div id="app">'));
    // Somebody waits to type: the program comes as early as ever.
    expect(html.indexOf(SCRIPTS)).toBeLessThan(html.indexOf('</head>'));
  }
  // What a session that ended has to say is the client's to say.
  for (const page of ['/sign-in?why=ended', '/sign-in?back=%2F&why=ended', '/faq', '/'])
    expect((await open(page)).html).not.toContain('sign-in-look');
});

test('a page with an answer asks for its program once it is painted, in the order that the client was built in', async () => {
  const { token } = await issue(await memberActor({ firmId: (await makeFirm()).id }));
  const { html } = await open(`/c/${token}`);
  expect(html).toContain('<script defer src="/static/after-paint.js" data-scripts="/a.js /js/b.12345678.js"></script>');
  expect(html.match(/<script[^>]* src=/g)).toHaveLength(1);
  expect(html.indexOf('id="first-answer"')).toBeLessThan(html.indexOf(STYLES));
});
