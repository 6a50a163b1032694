import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_MEMBERS, DEMO_NEWCOMER, type DemoAccount } from '../../scripts/seed/demo-accounts.ts';
import { CLEAN_LAWYER } from '../../scripts/seed/demo-data.ts';
import { accessibilityFaults, overhang } from './accessibility.ts';
import { PC, PHONE, signIn, startBrowser, visitor } from './browser.ts';
import { startServer, type TestServer } from './test-server.ts';

/** The built H5 client against the real server, in a real browser: phone and PC. */
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
}, 900_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const account = (label: string): DemoAccount => {
  const found = DEMO_MEMBERS.find((member) => member.label.includes(label));
  if (!found) throw new Error(`no demo account ${label}`);
  return found;
};
/** The choice of that name alone: others begin alike. */
const exactly = (label: string) => new RegExp(`^${label.replaceAll('+', '\\+')}\\s*(系统|人工)审核$`);
const say = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** From step 1 to the certificate; `lawyer` is chosen where the type asks for lawyers. */
async function apply(page: Page, type: string, since: string, lawyer?: string): Promise<void> {
  await page.goto('/apply');
  await say(page, '信息无误，下一步');
  await page.getByRole('radio', { name: exactly(type) }).click();
  await page.getByRole('region', { name: `${type}示样` }).waitFor();
  await say(page, '下一步：填写信息');
  await say(page, '下一步：预览证明');
  await page.getByText('请填写联系邮箱').waitFor();
  await isAccessible(page);
  if (lawyer) {
    await say(page, '选择律师');
    const picker = page.getByRole('dialog', { name: '选择律师' });
    await picker.getByText('已选择 0 名').waitFor();
    await isAccessible(page);
    await picker.getByPlaceholder('姓名、拼音或执业证号').fill(lawyer);
    await picker.getByRole('checkbox', { name: lawyer }).click();
    await picker.getByRole('button', { name: '保存' }).click();
  }
  await page.getByLabel('起始时间').fill(since);
  await page.getByLabel('联系邮箱').fill('office@example.com');
  await say(page, '下一步：预览证明');
  const sheet = page.getByRole('region', { name: `${type}预览` }).getByRole('img');
  await page.waitForFunction(() =>
    document.querySelector('[role=img]')?.getAttribute('aria-label')?.includes('特此证明'),
  );
  expect(await sheet.getAttribute('aria-label')).toMatch(/样\s*本/);
  expect(await page.getByText('当前申请的电子证明审核方式为').textContent()).toContain('系统审核');
  await isAccessible(page);
  await say(page, '确认信息无误，提交申请');
  await page.getByRole('heading', { name: '提交成功' }).waitFor();
  await page.getByText('证明已出具').waitFor();
  await say(page, '查看证明');
  await page.getByRole('heading', { name: '核验' }).waitFor();
  await isAccessible(page);
}

async function isAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overhang(page)).toBe(0);
}

describe.each([
  ['a phone', PHONE],
  ['a PC', PC],
])('on %s', (device, viewport) => {
  it('a firm applies, sees its certificate, and a stranger verifies it by link, number and file', async () => {
    const { page, faults, leave } = await visitor(browser, server.origin, viewport);
    const { login, password } = account('6名律师');
    await signIn(page, login, password);
    await page.getByRole('heading', { name: '最近的申请' }).waitFor();
    await apply(page, '律所+部分律师无行业处分', '2026-01-01', CLEAN_LAWYER.name);
    const link = (await page.getByText('/c/').textContent()) ?? '';
    const code = ((await page.getByText(/^核验码 [0-9A-Z]{4}/).textContent()) ?? '').replace('核验码', '').trim();
    const number = /\d{10,}/.exec((await page.getByText(/^编号 \d/).textContent()) ?? '')?.[0] ?? '';
    const [download] = await Promise.all([page.waitForEvent('download'), say(page, '下载证明')]);
    expect(download.suggestedFilename()).toContain(number);
    const file = await readFile(await download.path());
    expect(faults).toEqual([]);
    await leave();

    const stranger = await visitor(browser, server.origin, viewport);
    await verify(stranger.page, { path: new URL(link).pathname, number, code, file });
    expect(stranger.faults).toEqual([]);
    await stranger.leave();
  });

  it('meets what can be measured of WCAG AA on every page, in both text sizes', async () => {
    const { page, leave } = await visitor(browser, server.origin, viewport);
    const measured: Record<string, string[]> = {};
    const measure = async (name: string) => {
      const faults = await accessibilityFaults(page);
      const sideways = await overhang(page);
      measured[name] = sideways > 0 ? [...faults, `sticks out by ${sideways} px`] : faults;
    };
    await page.goto('/verify');
    await page.getByRole('heading', { name: '核验证明' }).waitFor();
    await measure('verify');
    const { login, password } = account('执业连续');
    await page.goto('/sign-in');
    await page.getByLabel('账号').waitFor();
    await measure('sign-in');
    await signIn(page, login, password);
    await page.getByRole('heading', { name: '最近的申请' }).waitFor();
    for (const size of ['standard', 'large']) {
      for (const [path, ready] of Object.entries(PAGES)) {
        await page.goto(path);
        await page.getByText(ready).first().waitFor();
        await measure(`${path} ${size}`);
      }
      await page.goto('/account');
      await page.getByRole('switch', { name: '大字模式' }).click();
      await page.getByText(size === 'standard' ? '已开启' : '已关闭').waitFor();
    }
    expect(Object.entries(measured).filter(([, faults]) => faults.length > 0)).toEqual([]);
    await leave();
    expect(device).toBeTruthy();
  });
});

const PAGES = {
  '/': '最近的申请',
  '/apply': '登记信息',
  '/applications': '申请时间',
  '/account': '更正登记信息',
  '/devices': '本设备',
  '/password': '再次输入',
  '/nowhere': '返回首页',
};

describe('the check of accessibility itself', () => {
  it('finds pale and nameless things', async () => {
    const { page, leave } = await visitor(browser, server.origin, PHONE);
    await page.setContent(
      '<h1>题</h1><p style="color:#aaa">淡</p><button style="height:50px"></button><input><a style="display:block">短</a>',
    );
    const faults = await accessibilityFaults(page);
    expect(faults.join('\n')).toMatch(/contrast 2\.32[^]*no name: <button[^]*no name: <input[^]*px high/);
    await leave();
  });
});

describe('the keyboard', () => {
  it('opens and leaves a dialog, and stands where it stood', async () => {
    const { page, leave } = await visitor(browser, server.origin, PC);
    const { login, password } = account('400名律师');
    await signIn(page, login, password);
    await page.getByRole('heading', { name: '最近的申请' }).waitFor();
    await page.goto('/apply');
    await say(page, '信息无误，下一步');
    await page.getByRole('radio', { name: exactly('律所+部分律师无行业处分') }).press('Space');
    await page.getByRole('button', { name: '下一步：填写信息' }).press('Enter');
    const opener = page.getByRole('button', { name: '选择律师', exact: true });
    await opener.press('Enter');
    const picker = page.getByRole('dialog', { name: '选择律师' });
    await picker.getByText('已选择 0 名').waitFor();
    await page.keyboard.press('Escape');
    await picker.waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await leave();
  });
});

describe('the first visit', () => {
  it('loads little before its page stands', async () => {
    const { page, leave } = await visitor(browser, server.origin, PHONE);
    const files: Promise<number>[] = [];
    page.on('response', (response) => {
      const isCode = /\.(js|mjs|css)$/.test(new URL(response.url()).pathname);
      if (isCode) files.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto('/sign-in');
    // What the server painted is gone as soon as the page itself stands.
    await page.locator('#sign-in-look').waitFor({ state: 'detached' });
    await page.getByLabel('账号').waitFor();
    const total = (await Promise.all(files)).reduce((sum, size) => sum + size, 0);
    expect(files.length).toBeGreaterThan(4);
    // An empty Taro H5 page is 113 KB; at most 1.3 times that (measures.md).
    expect(total).toBeLessThan(1.3 * 113 * 1024);
    await leave();
  });
});

describe('signing in', () => {
  it('opens the account of a newcomer by a text, and signs in', async () => {
    const { page, leave } = await visitor(browser, server.origin, PHONE);
    await page.goto('/activate');
    await page.getByLabel('账号').fill(DEMO_NEWCOMER.login);
    await page.getByLabel('证件号码后6位').fill(DEMO_NEWCOMER.password);
    await page.getByRole('button', { name: '获取验证码' }).click();
    await page.getByLabel('验证码', { exact: true }).fill(await server.textedCode());
    for (const label of ['设置密码', '再次输入']) await page.getByLabel(label, { exact: true }).fill('shuilu-2026-an');
    await page.getByRole('button', { name: '开通并登录' }).click();
    await page.getByRole('heading', { name: '最近的申请' }).waitFor();
    await leave();
  });

  it('leads back to the page that was asked for', async () => {
    const { page, leave } = await visitor(browser, server.origin, PC);
    await page.goto('/applications');
    const { login, password } = account('执业连续');
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: '我的证明' }).or(page.getByText('还没有申请过证明。')).waitFor();
    expect(new URL(page.url()).pathname).toBe('/applications');
    await leave();
  });
});

async function verify(page: Page, given: { path: string; number: string; code: string; file: Buffer }): Promise<void> {
  const answer = page.locator('#answer');
  await page.goto(given.path);
  await page.getByRole('heading', { name: '本协会出具' }).waitFor();
  expect(await answer.textContent()).toContain('当前状态：有效');
  expect(await page.title()).toBe('核验证明');
  await isAccessible(page);

  const altered = Buffer.from(given.file);
  altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1;
  await offer(page, altered);
  await page.getByRole('heading', { name: '内容被改动' }).waitFor();
  await offer(page, given.file);
  await page.getByText('与本协会出具的完全一致').waitFor();

  await page.goto('/verify');
  await offer(page, Buffer.from('%PDF-1.7 nothing of ours'));
  await page.getByText('该文件不是本协会出具的原始文件').waitFor();
  await page.getByLabel('编号 Number', { exact: true }).fill(given.number);
  await page.getByLabel('核验码 Code', { exact: true }).fill('0000 0000 0000 0000');
  await say(page, '核验 Verify');
  await page.getByText('编号与核验码不匹配').waitFor();
  await page.getByLabel('核验码 Code', { exact: true }).fill(given.code);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '本协会出具' }).waitFor();
}

async function offer(page: Page, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), say(page, '选择文件 Choose a file')]);
  await chooser.setFiles({ name: '证明.pdf', mimeType: 'application/pdf', buffer });
}
