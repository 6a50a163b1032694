import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser, visitor } from '../browser.ts';
import { leadsFrom, unfilled } from './entries.ts';
import { layoutFaults } from './layout.ts';
import { ofMember } from '../member-api.ts';
import { EVERYBODYS, LAWYERS, MEMBERS, MEMBERS_ALIKE } from './laid-out-pages.ts';
import { makePages, type MadePages } from './prepare-pages.ts';
import { startServer, type TestServer } from '../test-server.ts';
import { account } from '../walk.ts';

/** Every page of the built client at every width that look.md names, in normal and in large type. */
const WIDTHS = [320, 390, 1280, 1920];
const SIZES = ['normal', 'large'] as const;
/** Some twenty-five pages at four widths in two sizes, on a machine that does other things beside it. */
const WALK_MS = 900_000;

let server: TestServer;
let browser: Browser;
let made: MadePages;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
  made = await makePages(server.origin, await ofMember(server.origin, account('6名律师')));
}, 900_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const say = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What is wrong with the page that is open: the fault, and where. */
async function faultsAt(page: Page, name: string): Promise<string[]> {
  const found = new Map<string, number[]>();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 992 ? 844 : 1000 });
    // What depends on the width is drawn anew.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    for (const fault of await layoutFaults(page)) found.set(fault, [...(found.get(fault) ?? []), width]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return [...found].map(([fault, widths]) => `${name}: ${fault} (${widths.join(', ')})`);
}

async function opened(size: (typeof SIZES)[number]) {
  const visit = await visitor(browser, server.origin, { width: 390, height: 844 });
  await visit.page.goto('/sign-in');
  await visit.page.evaluate((data) => localStorage.setItem('large-text', JSON.stringify({ data })), size === 'large');
  return visit;
}

async function signedIn(size: (typeof SIZES)[number], who = '6名律师') {
  const visit = await opened(size);
  const { login, password } = account(who);
  await visit.page.goto('/sign-in');
  await visit.page.getByLabel('账号').fill(login);
  await visit.page.getByLabel('密码').fill(password);
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('heading', { name: '最近的申请' }).waitFor();
  return visit;
}

async function walk(page: Page, pages: Record<string, string>): Promise<string[]> {
  const faults: string[] = [];
  for (const [path, ready] of Object.entries(pages)) {
    await page.goto(path);
    await page.getByText(ready).last().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    faults.push(...(await faultsAt(page, path)));
  }
  return faults;
}

/** Both sizes side by side: while one page waits for its answers the other is measured. */
async function inBothSizes(measure: (size: (typeof SIZES)[number]) => Promise<string[]>): Promise<string[]> {
  const found = await Promise.all(SIZES.map(async (size) => (await measure(size)).map((fault) => `${size}: ${fault}`)));
  return found.flat();
}

it(
  'everybody’s pages keep their layout',
  async () => {
    const faults = await inBothSizes(async (size) => {
      const { page, leave } = await opened(size);
      const pages = { ...EVERYBODYS, [made.shared]: '本协会出具', [made.stopMail]: '停止接收会员发来的邮件' };
      const found = await walk(page, pages);
      await leave();
      return found;
    });
    expect(faults).toEqual([]);
  },
  WALK_MS,
);

it(
  'a member’s pages keep their layout',
  async () => {
    const faults = await inBothSizes(async (size) => {
      const { page, leave } = await signedIn(size);
      const found = await walk(page, { ...MEMBERS, [made.application]: '核验码', [made.bulk]: '纸质证明缴费' });
      await leave();
      return found;
    });
    expect(faults).toEqual([]);
  },
  WALK_MS,
);

it(
  'a lawyer’s own pages keep their layout',
  async () => {
    const faults = await inBothSizes(async (size) => {
      const { page, leave } = await signedIn(size, '曾转所');
      const found = await walk(page, LAWYERS);
      await leave();
      return found;
    });
    expect(faults).toEqual([]);
  },
  WALK_MS,
);

describe('what leads to the desk', () => {
  it.each([
    [
      'a firm',
      '6名律师',
      () => ({ ...MEMBERS, [made.application]: '核验码', [made.bulk]: '纸质证明缴费' }),
      ['joining', 'lawyer=', 'category=certificate', 'field=name'],
    ],
    ['a lawyer', '曾转所', () => ({ ...MEMBERS_ALIKE, ...LAWYERS }), ['field=transfer', 'category=profile', 'tied=']],
  ])('of %s opens filled in with what it was about', async (_of, who, pages, expected) => {
    const { page, leave } = await signedIn('normal', who);
    const leads = await leadsFrom(page, pages());
    for (const part of expected) expect([...leads.keys()].filter((href) => href.includes(part))).not.toEqual([]);
    const faults: string[] = [];
    for (const [href, label] of leads) faults.push(...(await unfilled(page, href, label)));
    expect(faults).toEqual([]);
    // What is not filled in is seen.
    expect(await unfilled(page, '/ticket-form?category=nothing&title=nothing', '')).toHaveLength(1);
    expect(await unfilled(page, '/correction-form?field=nothing', '')).toHaveLength(1);
    await leave();
  });
});

// What these write is one and the same for both: one after the other.
describe.each(SIZES)('in %s type', (size) => {
  it('sharing a certificate keeps its layout', async () => {
    const { page, leave } = await signedIn(size);
    const faults: string[] = [];
    await page.goto(made.application);
    await say(page, '分享');
    await page.getByText('江海银行文华支行').first().waitFor();
    faults.push(...(await faultsAt(page, '分享')));
    await say(page, '新建分享链接');
    await page.getByLabel('接收方').waitFor();
    faults.push(...(await faultsAt(page, '新建分享链接')));
    expect(faults).toEqual([]);
    await leave();
  });

  it('the steps of an application keep their layout', async () => {
    const { page, leave } = await signedIn(size);
    const faults: string[] = [];
    const measure = async (name: string) => faults.push(...(await faultsAt(page, name)));
    await page.goto('/apply');
    await say(page, '信息无误，下一步');
    await page.getByRole('radio', { name: /^律所\+部分律师无行业处分\s*(系统|人工)审核$/ }).click();
    await page.getByRole('region', { name: /示样$/ }).waitFor();
    await measure('选择证明');
    await say(page, '下一步：填写信息');
    await page.getByRole('radio', { name: '需要', exact: true }).click();
    await page.getByRole('radio', { name: '邮寄' }).click();
    await measure('填写信息');
    await say(page, '选择律师');
    await page.getByText('已选择 0 名').waitFor();
    await measure('选择律师');
    await page.getByRole('radio', { name: '粘贴名单' }).click();
    await measure('粘贴名单');
    await page.getByRole('radio', { name: '全部' }).click();
    await page.getByRole('checkbox').nth(1).click();
    await say(page, '保存');
    await say(page, '近一年');
    await page.getByLabel('联系邮箱').fill('office@example.com');
    await page.getByRole('radio', { name: '不需要', exact: true }).click();
    await page.getByText('预检').waitFor();
    await measure('填好的信息');
    await say(page, '下一步：预览证明');
    await page.getByRole('button', { name: '确认信息无误，提交申请' }).waitFor();
    await measure('证明预览');
    await say(page, '确认信息无误，提交申请');
    await page.getByRole('heading', { name: '提交成功' }).waitFor();
    await measure('提交成功');
    expect(faults).toEqual([]);
    await leave();
  });
});

describe('the measuring itself', () => {
  it('finds what sticks out, runs out, is cut, small, covered or called otherwise', async () => {
    const { page, leave } = await visitor(browser, server.origin, { width: 390, height: 844 });
    await page.setContent(`<!doctype html>
      <button style="position:absolute;left:0;top:0;width:60px;height:44px">甲</button>
      <button style="position:absolute;left:30px;top:10px;width:60px;height:44px">乙</button>
      <button style="position:absolute;left:0;top:100px;width:44px;height:20px">丙</button>
      <button style="position:absolute;left:0;top:200px;width:60px;height:44px;padding:0;overflow:hidden;white-space:nowrap">确认信息无误</button>
      <button style="position:absolute;left:350px;top:300px;width:60px;height:44px">丁</button>
      <button aria-label="移除" style="position:absolute;left:0;top:400px;width:60px;height:44px">删除</button>
      <div style="position:absolute;left:0;top:450px;width:60px;white-space:nowrap">2026-11-30</div>
      <header><button style="position:absolute;left:0;top:760px;width:60px">退出登录</button></header>
      <div style="position:absolute;left:0;top:700px;width:160px">2026-12-12（周六）14:00</div>
      <input placeholder="执业证号或统一社会信用代码" style="position:absolute;left:0;top:500px;width:80px;height:44px">
      <input aria-label="关键词" style="position:absolute;left:0;top:600px;width:200px;height:190px">`);
    const faults = (await layoutFaults(page)).join('\n');
    for (const fault of [
      '甲” lies on',
      '× 20 px',
      'cut off',
      'sticks out',
      'scrolls sideways',
      'says “移除”',
      'placeholder',
      'px for one line',
      'runs out of its box',
      'breaks: 2026-12-12（周六）14:00',
      'breaks in the head',
    ])
      expect(faults).toContain(fault);
    await leave();
  });
});

describe('the keyboard', () => {
  it('skips the menu, and walks a choice with one stop and the arrow keys', async () => {
    const { page, leave } = await signedIn('normal');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/apply');
    await page.getByRole('button', { name: '信息无误，下一步' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await say(page, '信息无误，下一步');
    const types = page.getByRole('radiogroup', { name: '证明类型' }).getByRole('radio');
    await types.first().waitFor();
    const stops = () => types.evaluateAll((all) => all.filter((radio) => (radio as HTMLElement).tabIndex === 0).length);
    expect(await stops()).toBe(1);
    await types.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await types.nth(1).getAttribute('aria-checked')).toBe('true');
    expect(await types.nth(1).evaluate((radio) => radio === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await types.last().getAttribute('aria-checked')).toBe('true');
    expect(await stops()).toBe(1);
    await leave();
  });
});
