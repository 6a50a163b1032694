import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { overhang } from '../accessibility.ts';
import { PC, PHONE, startBrowser, visitor } from '../browser.ts';
import { startServer, type TestServer } from '../test-server.ts';

/** The sign-in page as the server paints it, and how the client takes it over. */
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const WORDS = ['江海市律师协会', '会员登录', '第一次使用？开通账号'];
/** How far down words of the page stand; whole pixels. */
const placesOf = async (page: Page, within: string): Promise<number[]> => {
  const boxes = WORDS.map((text) => page.locator(within).getByText(text, { exact: true }).first().boundingBox());
  return (await Promise.all(boxes)).map((box) => Math.round(box?.y ?? NaN));
};

describe.each([
  ['a phone', PHONE],
  ['a PC', PC],
])('on %s', (_device, viewport) => {
  it('the page stands there before its program, which takes it over without moving anything', async () => {
    const { page, faults, leave } = await visitor(browser, server.origin, viewport);
    // The program waits until the page has been read.
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/js/*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.sum += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('/sign-in?back=%2Fapplications', { waitUntil: 'commit' });
    await page.locator('#sign-in-look').getByText('忘记密码').waitFor();
    const stood = await placesOf(page, '#sign-in-look');
    expect(await overhang(page)).toBe(0);
    arrive();
    await page.getByLabel('账号').waitFor();
    expect(await page.locator('#sign-in-look').count()).toBe(0);
    expect(await placesOf(page, '#app')).toEqual(stood);
    await page.getByText('请致电').waitFor();
    await page.waitForLoadState('networkidle');
    // Web vitals call 0.1 good; names, numbers and buttons of the office came with the page.
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThan(
      0.02,
    );
    expect(faults).toEqual([]);
    await leave();
  });
});

it('who has no scripts sees no form that takes nothing', async () => {
  // A browser whose scripts are switched off from outside goes by no <noscript>: what stands in it is read instead.
  const html = await (await fetch(`${server.origin}/sign-in`)).text();
  const [, unscripted = ''] = /<noscript><style>(.*?)<\/style>/s.exec(html) ?? [];
  expect(unscripted).toMatch(/#sign-in-look\s*\{\s*display: none !important/);
});

it('why somebody has to sign in again is said by the client: the page waits for it', async () => {
  const html = await (await fetch(`${server.origin}/sign-in?why=ended`)).text();
  expect(html).not.toContain('id="sign-in-look"');
  expect(await (await fetch(`${server.origin}/sign-in`)).text()).toContain('id="sign-in-look"');
});
