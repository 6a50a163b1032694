import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_MEMBERS, type DemoAccount } from '../../../scripts/seed/demo-accounts.ts';
import { PC, PHONE, startBrowser, visitor } from '../browser.ts';
import { ofMember } from '../member-api.ts';
import { startServer, type TestServer } from '../test-server.ts';

/** The browser within WeChat does nothing at all with a file that a page hands over: every page says what to do instead. */
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
}, 900_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const IN_WECHAT =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50';
const account = (label: string): DemoAccount => {
  const found = DEMO_MEMBERS.find((member) => member.label.includes(label));
  if (!found) throw new Error(`no demo account ${label}`);
  return found;
};

/** A page of a member who is signed in already, as by WeChat's own way. */
async function pageOf({ login, password }: DemoAccount, viewport: typeof PC, userAgent?: string) {
  const { page, leave } = await visitor(browser, server.origin, viewport, userAgent === undefined ? {} : { userAgent });
  const headers = { origin: server.origin };
  const answer = await page.request.post('/api/session', { data: { login, password }, headers });
  expect(answer.status()).toBe(200);
  let downloads = 0;
  page.on('download', () => downloads++);
  return { page, leave, downloads: () => downloads };
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click();

/** Presses it, reads what is said, and closes that. */
async function explained(page: Page, path: string, ...names: (string | RegExp)[]): Promise<void> {
  await page.goto(path);
  for (const name of names) {
    await press(page, name);
    const words = page.getByRole('dialog', { name: '请在浏览器中下载' });
    await words.waitFor();
    expect(await words.textContent()).toContain('在浏览器打开');
    await words.getByRole('button', { name: '知道了' }).click();
    await words.waitFor({ state: 'detached' });
  }
}

test('wherever a firm can have a file, WeChat’s browser is told how to get it', async () => {
  const firm = account('6名律师');
  const api = await ofMember(server.origin, firm);
  const { id } = await api.issue();
  const [share] = (await api.post(`/applications/${id}/shares`, {
    recipient: '江海银行文华支行',
    hasCode: false,
    mayDownload: true,
  })) as { url: string }[];
  const { page, leave, downloads } = await pageOf(firm, PC, IN_WECHAT);
  await explained(page, '/applications', /^下载 \d/);
  await explained(page, `/application?id=${id}`, '下载证明');
  await explained(page, new URL(share!.url).pathname, /^下载证明文件/);
  await explained(page, '/firm-lawyers', '导出Excel');
  await explained(page, '/firm-hours', '导出Excel');
  expect(downloads()).toBe(0);
  await leave();
}, 600_000);

test('so is it wherever a lawyer can', async () => {
  const lawyer = account('执业连续');
  const own = await ofMember(server.origin, lawyer);
  await own.post('/me/data-downloads', { password: lawyer.password });
  await ready(own);
  const { page, leave, downloads } = await pageOf(lawyer, PHONE, IN_WECHAT);
  // As the server answers once a profile has been approved, which nobody's is in this association.
  const form = { approvedOn: '2026-11-29', number: 'DJ2611290001', hasFamily: false };
  await page.route('**/api/me/registration-form', (route) => route.fulfill({ json: form }));
  await page.route('**/api/me/registration-form/file*', (route) =>
    route.fulfill({ contentType: 'application/pdf', body: '%PDF-1.7' }),
  );
  await explained(page, '/registration-form', '查看并打印', '下载 PDF');
  await explained(page, '/my-data', '下载');
  expect(downloads()).toBe(0);
  await leave();
}, 600_000);

test('control: in another browser the same button hands the file over, and nothing is said', async () => {
  const firm = account('6名律师');
  const { id } = await (await ofMember(server.origin, firm)).issue();
  const { page, leave } = await pageOf(firm, PC);
  await page.goto(`/application?id=${id}`);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '下载证明')]);
  expect(download.suggestedFilename()).toContain('.pdf');
  expect(await page.getByRole('dialog', { name: '请在浏览器中下载' }).count()).toBe(0);
  await leave();
}, 600_000);

/** The file of one's own data is made in the background. */
async function ready(own: Awaited<ReturnType<typeof ofMember>>): Promise<void> {
  const until = Date.now() + 240_000;
  for (;;) {
    const { items } = (await own.get('/me/data-downloads')) as { items: { state: string }[] };
    if (items[0]?.state === 'ready') return;
    if (Date.now() > until) throw new Error(`the file is ${items[0]?.state ?? 'not asked for'}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
