import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_MEMBERS } from '../../scripts/seed/demo-accounts.ts';
import { accessibilityFaults, overhang } from './accessibility.ts';
import { PC, PHONE, signIn, startBrowser, visitor } from './browser.ts';
import { startServer, type TestServer } from './test-server.ts';

/** A member shows a certificate to one recipient, and takes it back. */
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const say = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const isAccessible = async (page: Page) => {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overhang(page)).toBe(0);
};

/** A certificate of the signed-in firm; answers its page's address. */
async function issued(page: Page): Promise<string> {
  const body = {
    type: 'firm-clean',
    email: 'office@example.com',
    since: '2026-01-01',
    idempotencyKey: `share-${Date.now()}-test`,
  };
  const made = await page.request.post('/api/applications', { data: body, headers: { origin: server.origin } });
  expect(made.status()).toBe(200);
  return `/application?id=${((await made.json()) as { id: number }).id}`;
}

it.each([
  ['a phone', PHONE],
  ['a PC', PC],
])('on %s: shared, opened by a stranger with a code, withdrawn, gone', async (device, viewport) => {
  const member = await visitor(browser, server.origin, viewport);
  const account = DEMO_MEMBERS.find(({ label }) => label.includes('6名律师'));
  await signIn(member.page, account?.login ?? '', account?.password ?? '');
  await member.page.getByRole('heading', { name: '最近的申请' }).waitFor();
  await member.page.goto(await issued(member.page));
  await member.page.getByRole('heading', { name: '核验' }).waitFor();
  if (device === 'a phone') await say(member.page, '分享');
  await say(member.page, '新建分享链接');
  await isAccessible(member.page);
  await member.page.getByLabel('接收方').fill('江海银行文华支行');
  await member.page.getByRole('switch', { name: '需要访问码' }).click();
  await say(member.page, '生成链接');
  const url = (await member.page.getByText('/s/').textContent()) ?? '';
  const code = /\d{6}/.exec((await member.page.getByText(/^访问码 \d/).textContent()) ?? '')?.[0] ?? '';
  await isAccessible(member.page);

  const stranger = await visitor(browser, server.origin, viewport);
  const { pathname } = new URL(url);
  const card = await (await stranger.page.request.get(pathname)).text();
  expect(card).toContain('og:image');
  await stranger.page.goto(pathname);
  await stranger.page.getByLabel('访问码').waitFor();
  await isAccessible(stranger.page);
  await stranger.page.getByLabel('访问码').fill(code);
  await stranger.page.keyboard.press('Enter');
  await stranger.page.getByRole('heading', { name: '本协会出具' }).waitFor();
  expect(await stranger.page.getByText('江海银行文华支行').count()).toBe(1);
  await isAccessible(stranger.page);

  await member.page.reload();
  if (device === 'a phone') await say(member.page, '分享');
  await member.page.getByText(/已查看 1 次/).waitFor();
  await say(member.page, '停止分享给江海银行文华支行');
  await member.page.getByText('已停止分享', { exact: true }).waitFor();

  await stranger.page.reload();
  await stranger.page.getByRole('heading', { name: '链接已停止分享' }).waitFor();
  expect(await stranger.page.getByText('江海银行文华支行').count()).toBe(0);
  await isAccessible(stranger.page);
  expect([...member.faults, ...stranger.faults]).toEqual([]);
  await stranger.leave();
  await member.leave();
});
