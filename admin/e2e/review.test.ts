import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ApplicationDetail } from '../../bff/contract/certificates/endpoints.ts';
import { DEMO_MEMBERS, DEMO_STAFF } from '../../scripts/seed/demo-accounts.ts';
import { listFaults } from './layout.ts';
import { openBrowser } from './open-browser.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { submitApplication } from './submit-application.ts';

/** The staff client in a real browser against the real server, under the policy that the server sends. */

let server: RunningServer;
let browser: Browser;
let doubtful: ApplicationDetail;
let approvable: ApplicationDetail;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  const disciplined = DEMO_MEMBERS.find(({ label }) => label.includes('有处分记录'))!;
  const small = DEMO_MEMBERS.find(({ label }) => label.includes('6名律师'))!;
  doubtful = await submitApplication(server.origin, disciplined, { type: 'firm-clean', since: '2021-01-01' });
  approvable = await submitApplication(server.origin, small, {
    type: 'firm-other',
    freeText: '该所系本会常务理事单位。',
  });
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
}, 900_000);

/** A fresh browser profile, signed in, at an address; collects what the page complains about. */
async function openAs(role: (typeof DEMO_STAFF)[number]['roles'][number], address: string) {
  const { login, password } = DEMO_STAFF.find(({ roles }) => roles.includes(role))!;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  // Slow machines are not what these tests are about.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself writes down what was refused on purpose: 401 before signing in, 422 for a form with faults.
    if (message.type() === 'error' && !/status of (401|422)/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${server.origin}/admin${address}`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return { page, complaints, close: () => context.close() };
}

const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text });

/** The PDF worker ran under the policy and ink stands on the sheet. */
const letterIsDrawn = (page: Page) =>
  page.waitForFunction(() => {
    const sheet = document.querySelector<HTMLCanvasElement>('canvas.pdf-sheet');
    const pixels = sheet?.getContext('2d')?.getImageData(0, 0, sheet.width, sheet.height).data;
    return pixels?.some((value, index) => index % 4 === 0 && value < 80);
  });

test('a reviewer opens what waits, may not reject without an opinion, and rejects with one', async () => {
  const { page, complaints, close } = await openAs('reviewer', '/applications?state=pending&order=oldest');
  await page.getByRole('link', { name: doubtful.number }).click();
  await page.waitForURL(`**/admin/applications/${doubtful.id}`);
  await letterIsDrawn(page);
  await page.getByText(/^\d+ 项与证明内容矛盾/).waitFor();

  await page.keyboard.press('r');
  await page.getByRole('button', { name: '确认驳回' }).click();
  expect(await page.getByRole('alert').filter({ hasText: '审核意见' }).textContent()).toBe('驳回须填写审核意见');
  await page.getByRole('textbox', { name: '审核意见' }).fill('该期间有已生效的处分，不能出具本证明。');
  await page.getByRole('button', { name: '确认驳回' }).click();
  // Said of this one, or of the one before: the next has opened, if another waits.
  await page.getByText('已驳回').first().waitFor();
  await page.goto(`${server.origin}/admin/applications/${doubtful.id}`);
  await heading(page, '驳回').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('what comes in meanwhile is told above the list, and no row moves', async () => {
  const { page, complaints, close } = await openAs('reviewer', '/applications?state=pending&order=newest');
  // Its timers are the test's from here on.
  await page.clock.install();
  await page.reload();
  const first = page.locator('tbody tr.ant-table-row').first();
  await first.waitFor();
  const shown = await first.boundingBox();
  const words = await first.textContent();
  const small = DEMO_MEMBERS.find(({ label }) => label.includes('6名律师'))!;
  const { number } = await submitApplication(server.origin, small, {
    type: 'firm-other',
    freeText: '该所系本会会员。',
  });
  const news = page.getByRole('button', { name: '新增 1 条，点此显示' });
  await page.clock.fastForward('00:45');
  await news.waitFor();
  expect(await first.textContent()).toBe(words);
  expect(await first.boundingBox()).toEqual(shown);
  await news.click();
  await page.getByRole('link', { name: number }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a reviewer approves, and the signed letter appears beside the facts', async () => {
  const { page, complaints, close } = await openAs('reviewer', `/applications/${approvable.id}`);
  // Nobody passes a letter that he has not had before his eyes: the first lines are drawn before all of it is.
  await letterIsDrawn(page);
  await page.getByRole('button', { name: '通过', exact: true }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('button', { name: '确认通过' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('已通过').waitFor();
  await page.goto(`${server.origin}/admin/applications/${approvable.id}`);
  await page.getByText('已出具的证明').waitFor();
  await page.getByText('核验码', { exact: true }).waitFor();
  await letterIsDrawn(page);
  expect(complaints).toEqual([]);
  await close();
});

test('a registrar changes a firm; faults stand under their fields and nothing typed is lost', async () => {
  const { page, complaints, close } = await openAs('registrar', '/firms?search=清鸣');
  await page.getByRole('link', { name: '江海清鸣律师事务所' }).click();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByLabel('负责人').fill('方怀瑾');
  await page.getByLabel('邮箱').fill('不是邮箱');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('邮箱格式不正确').waitFor();
  expect(await page.getByLabel('负责人').inputValue()).toBe('方怀瑾');
  await page.getByLabel('邮箱').fill('office@example.com');
  await page.getByRole('button', { name: '保存' }).click();
  await heading(page, '江海清鸣律师事务所').waitFor();
  await page.getByText('方怀瑾').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('the log tells what was done, and by whom', async () => {
  const { page, close } = await openAs('administrator', '/audit');
  const reviewer = DEMO_STAFF.find(({ roles }) => roles.includes('reviewer'))!;
  const row = (action: string, target: string) =>
    page.getByRole('row').filter({ hasText: action }).filter({ hasText: target });
  await row('审核通过', approvable.number).waitFor();
  expect(await row('审核通过', approvable.number).textContent()).toContain(reviewer.name);
  expect(await row('审核驳回', doubtful.number).textContent()).toContain(reviewer.name);
  await row('修改律所', '江海清鸣律师事务所').first().waitFor();
  await close();
});

/** Lists with dates to filter by, with many columns, and with long texts; homes, forms and tables of other kinds. */
const PAGES = [
  '/applications?state=pending&order=oldest',
  '/applications',
  '/papers',
  '/payments',
  '/audit',
  '/types',
  '/tickets',
  '/activities',
  '/activity-restrictions',
  '/messages',
  '/',
  '/duty',
  '/faq',
  '/ticket-terms',
  '/ticket-statistics',
  '/chat-statistics',
  '/office-hours',
  '/settings',
  '/staff',
  '/profile-imports',
  '/lawyers/1',
];
/** Telephones, a desk and a wide screen, and what they are when the browser enlarges by a quarter; from narrow to wide. */
const WIDTHS = [256, 312, 320, 390, 1024, 1280, 1536, 1920];

test('the pages keep their layout on a phone, on a desk and on a wide screen, enlarged as well', async () => {
  const { page, close } = await openAs('administrator', '/');
  const faults: string[] = [];
  for (const at of PAGES) {
    // A page that is opened wide and made narrow is drawn anew; here it is opened as it is looked at first.
    await page.setViewportSize({ width: WIDTHS[0]!, height: 900 });
    await page.goto(`${server.origin}/admin${at}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      faults.push(...(await listFaults(page)).map((fault) => `${at}: ${fault} (${width})`));
    }
  }
  expect(faults).toEqual([]);
  await close();
});
