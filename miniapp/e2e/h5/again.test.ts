import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { DEMO_STAFF } from '../../../scripts/seed/demo-accounts.ts';
import { PHONE, signIn, startBrowser, visitor } from '../browser.ts';
import { ofMember, ofStaff, type MemberApi, type StaffApi } from '../member-api.ts';
import { startServer, type TestServer } from '../test-server.ts';
import { account } from '../walk.ts';

/** In a real browser: waiting for a person, putting right what was rejected, and asking once more. */
let server: TestServer;
let browser: Browser;
let firm: MemberApi;
let reviewer: StaffApi;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
  firm = await ofMember(server.origin, account('6名律师'));
  reviewer = await ofStaff(
    server.origin,
    DEMO_STAFF.find(({ roles }) => roles.includes('reviewer'))!,
  );
}, 900_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const OPINION = '请写明任职的起止年份，并附任职文件。';
/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const say = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function askForPerson(freeText: string): Promise<number> {
  const { id } = (await firm.post('/applications', {
    type: 'firm-other',
    email: 'office@example.com',
    purpose: '',
    paper: null,
    remark: '',
    freeText,
    idempotencyKey: `again-${randomUUID()}`,
  })) as { id: number };
  return id;
}

async function reject(id: number): Promise<void> {
  const { doubtsSeen } = (await reviewer.get(`/staff/applications/${id}`)) as { doubtsSeen: string };
  await reviewer.post(`/staff/applications/${id}/decision`, { verdict: 'reject', opinion: OPINION, seen: doubtsSeen });
}

async function signedIn() {
  const visit = await visitor(browser, server.origin, PHONE);
  const { login, password } = account('6名律师');
  await signIn(visit.page, login, password);
  await visit.page.getByRole('heading', { name: '最近的申请' }).waitFor();
  return visit;
}

it('what waits says its place; what is rejected is put right with all that was filled in, files too', async () => {
  const ahead = await askForPerson('该所系本会会员。');

  const { page, faults, leave } = await signedIn();
  await page.goto('/apply');
  await say(page, '信息无误，下一步');
  await page.getByRole('radio', { name: /^律所其他类电子证明/ }).click();
  await say(page, '下一步：填写信息');
  await page.getByLabel('证明内容').fill('该所曾任本会副会长单位。');
  await page.getByLabel('联系邮箱').fill('office@example.com');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), say(page, '上传附件')]);
  await chooser.setFiles({ name: '任职文件.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByRole('button', { name: '移除任职文件.png' }).waitFor();
  await say(page, '下一步：预览证明');
  await say(page, '确认信息无误，提交申请');
  await page.getByRole('heading', { name: '提交成功' }).waitFor();
  await say(page, '查看申请');
  await page.getByText('由协会工作人员审核，目前排在第 2 位。').waitFor();
  const id = Number(new URL(page.url()).searchParams.get('id'));

  await reject(ahead);
  await reject(id);
  await page.reload();
  await page.getByText(OPINION).first().waitFor();
  await say(page, '修改后重新申请');
  // Straight to what is to be put right, with everything that was said.
  await page.getByLabel('证明内容').waitFor();
  expect(await page.getByLabel('证明内容').inputValue()).toBe('该所曾任本会副会长单位。');
  expect(await page.getByLabel('联系邮箱').inputValue()).toBe('office@example.com');
  await page.getByRole('button', { name: '移除任职文件.png' }).waitFor();
  await page.getByLabel('证明内容').fill('该所于2018年至2022年任本会副会长单位。');
  await say(page, '下一步：预览证明');
  await say(page, '确认信息无误，提交申请');
  await page.getByRole('heading', { name: '提交成功' }).waitFor();
  await say(page, '查看申请');
  await page.getByText('目前排在第 1 位').waitFor();
  const next = Number(new URL(page.url()).searchParams.get('id'));
  expect(next).not.toBe(id);
  const sent = (await firm.get(`/applications/${next}`)) as { freeText: string; attachments: { name: string }[] };
  expect(sent.freeText).toBe('该所于2018年至2022年任本会副会长单位。');
  expect(sent.attachments.map(({ name }) => name)).toEqual(['任职文件.png']);
  // What was rejected keeps its own.
  const before = (await firm.get(`/applications/${id}`)) as { attachments: { name: string }[] };
  expect(before.attachments.map(({ name }) => name)).toEqual(['任职文件.png']);
  expect(faults).toEqual([]);
  await leave();
});

it('a certificate is asked for once more with what it says, and a draft that is there is asked about before', async () => {
  const { id } = await firm.issue();
  const { page, faults, leave } = await signedIn();
  await page.goto(`/application?id=${id}`);
  await say(page, '再申请一份');
  await page.getByLabel('起始时间').waitFor();
  expect(await page.getByLabel('起始时间').inputValue()).toBe('2026-01-01');
  await page.getByLabel('起始时间').fill('2025-06-01');
  await page.goto(`/application?id=${id}`);
  await say(page, '再申请一份');
  const dialog = page.getByRole('dialog', { name: '替换没有提交的草稿' });
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.goto('/apply');
  expect(await page.getByLabel('起始时间').inputValue()).toBe('2025-06-01');
  await page.goto(`/application?id=${id}`);
  await say(page, '再申请一份');
  await say(page, '替换草稿');
  await page.getByLabel('起始时间').waitFor();
  expect(await page.getByLabel('起始时间').inputValue()).toBe('2026-01-01');
  await say(page, '下一步：预览证明');
  await say(page, '确认信息无误，提交申请');
  await page.getByRole('heading', { name: '提交成功' }).waitFor();
  expect(faults).toEqual([]);
  await leave();
});
