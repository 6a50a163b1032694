import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { APIRequestContext, Browser } from 'playwright-core';
import { DEMO_MEMBERS, DEMO_STAFF } from '../../scripts/seed/demo-accounts.ts';
import { accessibilityFaults, overhang } from './accessibility.ts';
import { PC, signIn, startBrowser, visitor } from './browser.ts';
import { startServer, type TestServer } from './test-server.ts';

/** A member pays for paper copies on a PC, by the telephone of the sandbox. */
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A copy costs ten yuan from now on. */
async function charge(request: APIRequestContext): Promise<void> {
  const headers = { origin: server.origin };
  const [{ login, password }] = DEMO_STAFF as [(typeof DEMO_STAFF)[0]];
  await request.post('/api/staff/session', { headers, data: { login, password } });
  const settings = (await (await request.get('/api/staff/settings')).json()) as object;
  const saved = await request.put('/api/staff/settings', { headers, data: { ...settings, copyFeeFen: 1000 } });
  expect(saved.status()).toBe(200);
}

it('the page shows a code, notices the payment by itself and hands out the receipt', async () => {
  const staff = await visitor(browser, server.origin, PC);
  await charge(staff.page.request);
  const { page, faults, leave } = await visitor(browser, server.origin, PC);
  const account = DEMO_MEMBERS.find(({ label }) => label.includes('6名律师'));
  await signIn(page, account?.login ?? '', account?.password ?? '');
  await page.getByRole('heading', { name: '最近的申请' }).waitFor();
  const paper = { copies: 2, pickup: 'collect' };
  const body = { type: 'firm-clean', since: '2026-01-01', paper, idempotencyKey: `pay-${Date.now()}-test` };
  const data = { ...body, email: 'office@example.com' };
  const made = await page.request.post('/api/applications', { data, headers: { origin: server.origin } });
  expect(made.status()).toBe(200);
  await page.goto(`/application?id=${((await made.json()) as { id: number }).id}`);

  await page.getByRole('button', { name: '微信支付', exact: true }).click();
  await page.getByAltText('微信支付二维码').waitFor();
  expect(await page.getByText('20.00 元', { exact: true }).count()).toBeGreaterThan(0);
  expect(await page.getByText(/剩余支付时间 (30:00|29:\d\d)/).count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overhang(page)).toBe(0);

  const telephone = staff.page;
  await telephone.goto('/sandbox');
  await telephone.getByRole('button', { name: '林知远扫码支付' }).click();
  await telephone.getByRole('cell', { name: '已支付' }).waitFor();

  await page.getByRole('heading', { name: '缴费记录' }).waitFor();
  expect(await page.getByAltText('微信支付二维码').count()).toBe(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载缴费收据' }).click();
  expect((await download).suggestedFilename()).toMatch(/^缴费收据-\d+\.pdf$/);
  await page.getByText('待打印').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await leave();
  await staff.leave();
});
