import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PHONE, signIn, startBrowser, visitor } from '../browser.ts';
import { startServer, type TestServer } from '../test-server.ts';
import { account } from '../walk.ts';

/** What an application that has been begun goes through in a real browser: the way back, an ended session, no network. */
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
}, 900_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const say = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const TYPE = /^律所无行业处分\s*(系统|人工)审核$/;

/** Signed in, a type chosen, and the form filled in as far as the mailbox. */
async function begun() {
  const member = await visitor(browser, server.origin, PHONE);
  const { page } = member;
  const { login, password } = account('6名律师');
  await signIn(page, login, password);
  await page.getByRole('heading', { name: '最近的申请' }).waitFor();
  await page.getByRole('link', { name: '我要申请' }).click();
  await say(page, '信息无误，下一步');
  await page.getByRole('radio', { name: TYPE }).click();
  await say(page, '下一步：填写信息');
  await page.getByLabel('起始时间').fill('2026-01-01');
  await page.getByLabel('联系邮箱').fill('office@example.com');
  return member;
}

describe('the browser’s own way back', () => {
  it('walks the steps, forward too, and leaves from the first', async () => {
    const { page, faults, leave } = await begun();
    await say(page, '下一步：预览证明');
    await page.getByRole('button', { name: '确认信息无误，提交申请' }).waitFor();
    await page.goBack();
    await page.getByLabel('联系邮箱').waitFor();
    expect(await page.getByLabel('联系邮箱').inputValue()).toBe('office@example.com');
    await page.goBack();
    await page.getByRole('radio', { name: TYPE }).waitFor();
    await page.goForward();
    await page.getByLabel('联系邮箱').waitFor();
    // The page's own button and the browser's mean the same.
    await say(page, '上一步');
    await page.getByRole('radio', { name: TYPE }).waitFor();
    await page.goBack();
    await say(page, '信息无误，下一步');
    await page.getByRole('radio', { name: TYPE }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '信息无误，下一步' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '最近的申请' }).waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  it('does not lead back into what has been submitted', async () => {
    const { page, leave } = await begun();
    await say(page, '下一步：预览证明');
    await say(page, '确认信息无误，提交申请');
    await page.getByRole('heading', { name: '提交成功' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '最近的申请' }).waitFor();
    await leave();
  });
});

describe('a session that has ended', () => {
  it('says why and that the draft is kept, and the draft is there after signing in', async () => {
    const { page, leave } = await begun();
    await page.context().clearCookies();
    await say(page, '下一步：预览证明');
    await page.getByText('登录已失效，请重新登录').waitFor();
    await page.getByText('未提交的申请仍保存在本设备').waitFor();
    const { login, password } = account('6名律师');
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await page.getByLabel('联系邮箱').waitFor();
    expect(await page.getByLabel('联系邮箱').inputValue()).toBe('office@example.com');
    await leave();
  });

  it('is nothing to speak of to somebody who was never signed in', async () => {
    const { page, leave } = await visitor(browser, server.origin, PHONE);
    await page.goto('/applications');
    await page.getByLabel('账号').waitFor();
    expect(await page.getByText('登录已失效').count()).toBe(0);
    await leave();
  });
});

describe('a submit without an answer', () => {
  it('says that nothing was sent where there is no network', async () => {
    const { page, leave } = await begun();
    await say(page, '下一步：预览证明');
    await page.getByRole('button', { name: '确认信息无误，提交申请' }).waitFor();
    await page.context().setOffline(true);
    await say(page, '确认信息无误，提交申请');
    await page.getByText('什么都没有发出').waitFor();
    await page.context().setOffline(false);
    await say(page, '确认信息无误，提交申请');
    await page.getByRole('heading', { name: '提交成功' }).waitFor();
    await leave();
  });

  it('makes one application of two tries when the answer to the first was lost', async () => {
    const { page, leave } = await begun();
    await say(page, '下一步：预览证明');
    await page.getByRole('button', { name: '确认信息无误，提交申请' }).waitFor();
    const numbers: string[] = [];
    await page.route('**/api/applications', async (route) => {
      const answer = await route.fetch();
      numbers.push(((await answer.json()) as { number: string }).number);
      if (numbers.length === 1) await route.abort();
      else await route.fulfill({ response: answer });
    });
    await say(page, '确认信息无误，提交申请');
    await page.getByText('不能确定是否已经提交').waitFor();
    await say(page, '确认信息无误，提交申请');
    await page.getByRole('heading', { name: '提交成功' }).waitFor();
    expect(numbers).toHaveLength(2);
    expect(numbers[1]).toBe(numbers[0]);
    await page.getByText(`编号 ${numbers[0]}`).waitFor();
    await leave();
  });
});

describe('a draft', () => {
  it('says so on the home page and can be begun again, once that has been confirmed', async () => {
    const { page, leave } = await begun();
    await page.goto('/');
    await page.getByRole('heading', { name: '未提交的申请' }).waitFor();
    await say(page, '重新开始');
    await page.getByRole('dialog', { name: '清除这份草稿' }).getByRole('button', { name: '取消' }).click();
    await say(page, '继续填写');
    expect(await page.getByLabel('联系邮箱').inputValue()).toBe('office@example.com');
    await say(page, '取消本次申请');
    await say(page, '清除草稿');
    await page.getByRole('button', { name: '信息无误，下一步' }).waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: '最近的申请' }).waitFor();
    expect(await page.getByText('未提交的申请').count()).toBe(0);
    await leave();
  });

  it('is asked about before signing out clears it', async () => {
    const { page, leave } = await begun();
    await page.goto('/account');
    await say(page, '退出登录');
    await page.getByText('您有未提交的申请').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.goto('/apply');
    expect(await page.getByLabel('联系邮箱').inputValue()).toBe('office@example.com');
    await page.goto('/account');
    await say(page, '退出登录');
    await say(page, '清除并退出');
    await page.getByLabel('账号').waitFor();
    expect(await page.getByText('登录已失效').count()).toBe(0);
    await leave();
  });

  it('that has been left for a week says that the registry may have changed', async () => {
    const { page, leave } = await begun();
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.endsWith(':draft')) ?? '';
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as { data: { savedAt: number } };
      kept.data.savedAt -= 8 * 24 * 3600 * 1000;
      localStorage.setItem(key, JSON.stringify(kept));
    });
    await page.goto('/');
    await page.getByText('这份草稿已经搁置一周以上').waitFor();
    await leave();
  });
});
