import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PHONE, startBrowser, visitor } from '../browser.ts';
import { startServer, type TestServer } from '../test-server.ts';
import { account } from '../walk.ts';

/** From the association's own site into a page of ours, in a real browser, with its history. */
let server: TestServer;
let browser: Browser;
let visit: Awaited<ReturnType<typeof visitor>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
}, 900_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});
afterEach(async () => {
  expect(visit.faults).toEqual([]);
  await visit.leave();
});

it('binds the first time, opens the page that was asked for the second, and going back sends nothing again', async () => {
  visit = await visitor(browser, server.origin, PHONE);
  const { page } = visit;
  const { login, password } = account('6名律师');
  await page.goto('/entry?to=%2Fannouncements');
  await page.getByRole('link', { name: '以 温书宁 登录' }).click();
  await page.getByText('“温书宁”').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('textbox', { name: '账号' }).fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '绑定并登录' }).click();
  await page.waitForURL('**/announcements');
  await visit.leave();

  visit = await visitor(browser, server.origin, PHONE);
  const { page: again } = visit;
  await again.goto('/privacy');
  await again.goto('/entry?to=%2Fannouncements');
  await again.getByRole('link', { name: '以 温书宁 登录' }).click();
  await again.waitForURL('**/announcements');
  const sent: string[] = [];
  again.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/session/oidc')) sent.push(request.url());
  });
  for (let step = 0; step < 3 && !again.url().endsWith('/privacy'); step++) await again.goBack();
  expect(again.url()).toBe(`${server.origin}/privacy`);
  expect(sent).toEqual([]);
});

it('says what became of a refusal, and leads on with the password', async () => {
  visit = await visitor(browser, server.origin, PHONE);
  const { page } = visit;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: '用会员中心账号登录' }).click();
  await page.getByRole('link', { name: '不登录，返回' }).click();
  await page.getByText('您没有同意用会员中心账号登录').waitFor();
  await page.getByText('用账号和密码登录').click();
  await page.getByRole('heading', { name: '会员登录' }).waitFor();
});
