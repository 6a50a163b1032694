import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DEMO_MEMBERS } from '../../scripts/seed/demo-accounts.ts';
import { accessibilityFaults, overhang } from './accessibility.ts';
import { PC, PHONE, signIn, startBrowser, visitor } from './browser.ts';
import { startServer, type TestServer } from './test-server.ts';

/** What a stranger is told of a file, in a real browser: the built client, the real server, files as forgers make them. */
let server: TestServer;
let browser: Browser;
let folder: string;
let genuine: Buffer;
let another: Buffer;
let link = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lvzheng-verify-'));
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
  const member = await visitor(browser, server.origin, PC);
  const account = DEMO_MEMBERS.find(({ label }) => label.includes('6名律师'));
  await signIn(member.page, account?.login ?? '', account?.password ?? '');
  await member.page.getByRole('heading', { name: '最近的申请' }).waitFor();
  [genuine, another] = [await issued(member.page, '2026-01-01'), await issued(member.page, '2026-02-01')];
  await member.leave();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The file of a new certificate; the first one's page is where `link` leads. */
async function issued(page: Page, since: string): Promise<Buffer> {
  const headers = { origin: server.origin };
  const data = { type: 'firm-clean', email: 'a@example.com', since, idempotencyKey: `verify-${since}-${Date.now()}` };
  const made = await page.request.post('/api/applications', { data, headers });
  const { id } = (await made.json()) as { id: number };
  await page.goto(`/application?id=${id}`);
  const shown = (await page.getByText('/c/').textContent()) ?? '';
  link ||= new URL(/https?:\S+/.exec(shown)?.[0] ?? '').pathname;
  return (await page.request.get(`/api/applications/${id}/certificate.pdf`)).body();
}

const at = (name: string) => path.join(folder, name);
/** What a program makes of a PDF. */
function made(pdf: Buffer, program: string, args: (from: string, to: string) => string[], result = 'to.pdf'): Buffer {
  writeFileSync(at('from.pdf'), pdf);
  spawnSync(program, args(at('from.pdf'), at('to')));
  return readFileSync(at(result));
}
const scan = () => made(genuine, 'pdftoppm', (from, to) => ['-r', '150', '-jpeg', '-singlefile', from, to], 'to.jpg');

/** A PDF of one page: its content as it is given, packed. */
function pdfOf(content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const resources = `<< /Font << /F1 ${font} >> >>`;
  const head = [
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
    `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${resources} >>\nendobj`,
    `4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
  ].join('\n');
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n')]);
}

/** How far down some words of the answer stand, from its head to its last line; whole pixels. */
async function placesOf(page: Page): Promise<number[]> {
  const words = ['本协会出具', '证明内容 What it says', '编号 Number', '文件摘要 SHA-256'];
  const boxes = words.map((text) => page.getByText(text, { exact: true }).first().boundingBox());
  return (await Promise.all(boxes)).map((box) => Math.round(box?.y ?? NaN));
}

async function offer(page: Page, ...files: { name?: string; buffer: Buffer }[]): Promise<void> {
  const button = page.getByRole('button', { name: '选择文件 Choose a file', exact: true });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  const names = files.map(({ name = '证明.pdf' }) => at(name));
  for (const [index, { buffer }] of files.entries()) writeFileSync(names[index] ?? '', buffer);
  await chooser.setFiles(names);
}
const heading = (page: Page, name: string) =>
  page.locator('#answer').getByRole('heading', { name, exact: true }).waitFor();

describe.each([
  ['a phone', PHONE],
  ['a PC', PC],
])('on %s', (_device, viewport) => {
  it('each file is called what it is, and nothing of it is sent but digests', async () => {
    const { page, faults, leave } = await visitor(browser, server.origin, viewport);
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''));
    await page.goto('/verify');
    await page.getByRole('heading', { name: '核验证明' }).waitFor();
    expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBeGreaterThan(3);

    const altered = Buffer.from(genuine);
    altered[300]! ^= 1;
    const cases: [string, Buffer][] = [
      ['本协会出具', genuine],
      ['内容被改动', altered],
      ['原件之后被追加内容', Buffer.concat([genuine, Buffer.from('\n% added')])],
      ['原件之后被追加内容', Buffer.concat([genuine, Buffer.alloc(50 * 1024 * 1024, 0x20)])],
      ['内容被改动', made(genuine, 'qpdf', (from, to) => ['--object-streams=disable', from, `${to}.pdf`])],
      ['扫描件或转存件', made(genuine, 'pdftocairo', (from, to) => ['-pdf', from, `${to}.pdf`])],
      ['扫描件或转存件', pdfOf(Buffer.from('BT /F1 12 Tf 72 700 Td (Number: 2611220001) Tj ET'))],
      ['没有本协会的签名', pdfOf(Buffer.from('BT /F1 12 Tf 72 700 Td (Nothing) Tj ET'))],
      [
        '加密的文件',
        made(pdfOf(Buffer.from('q Q')), 'qpdf', (from, to) => ['--encrypt', 'a', 'b', '256', '--', from, `${to}.pdf`]),
      ],
      ['无法读取', Buffer.from('PK nothing of ours')],
      ['扫描件或转存件', scan()],
    ];
    for (const [answer, buffer] of cases) {
      await offer(page, { buffer });
      await heading(page, answer);
      expect(await page.getByText('正在核验').count()).toBe(0);
    }
    for (const body of sent) expect(JSON.parse(body)).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(sent.length).toBe(cases.length + 2);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);

    // The photo's code leads to the page of the letter, when a person wants it to.
    await page.getByRole('button', { name: '打开二维码所指的核验页 Open its page' }).click();
    await page.getByRole('heading', { name: '本协会出具', exact: true }).waitFor();
    expect(faults).toEqual([]);
    await leave();
  });

  it('what unpacks without end is given up, and the page goes on', async () => {
    const { page, faults, leave } = await visitor(browser, server.origin, viewport);
    await page.goto('/verify');
    const bomb = pdfOf(Buffer.alloc(300 * 1024 * 1024, 'q Q '));
    await offer(page, { buffer: bomb });
    const started = Date.now();
    await page.locator('#answer').getByRole('heading', { name: '正在核验…' }).waitFor();
    // The page answers while its thread would be busy.
    expect(await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve('alive'), 10)))).toBe('alive');
    await page
      .locator('#answer')
      .getByRole('heading', { name: /没有本协会的签名|无法读取/ })
      .waitFor();
    expect(Date.now() - started).toBeLessThan(60_000);
    await offer(page, { buffer: genuine });
    await heading(page, '本协会出具');
    expect(faults).toEqual([]);
    await leave();
  });

  it('another genuine certificate is not the one that was opened, and several files have a line each', async () => {
    const { page, faults, leave } = await visitor(browser, server.origin, viewport);
    await page.goto(link);
    await page.getByRole('heading', { name: '本协会出具', exact: true }).waitFor();
    await offer(page, { buffer: another });
    await heading(page, '另一份真实的证明');
    await offer(page, { name: '甲.pdf', buffer: genuine }, { name: '乙.pdf', buffer: Buffer.from('nothing') });
    await heading(page, '本协会出具');
    await heading(page, '无法读取');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    // Without the net nothing of the answer before is left.
    await page.context().setOffline(true);
    await offer(page, { buffer: another });
    await heading(page, '这一次没有结果');
    expect(await page.getByText('完全一致').count()).toBe(0);
    expect(faults).toEqual([]);
    await leave();
  });

  it.each([
    ['the link itself', (token: string) => `/c/${token}`],
    ['核验 with the link behind it', (token: string) => `/verify?token=${token}`],
  ])(
    '%s: the answer stands there before any script, and is taken over without asking or moving',
    async (_, addressOf) => {
      const address = addressOf(link.slice('/c/'.length));
      const context = await browser.newContext({ baseURL: server.origin, viewport, javaScriptEnabled: false });
      const bare = await context.newPage();
      await bare.goto(address);
      await bare.getByRole('heading', { name: '本协会出具', exact: true }).waitFor();
      expect(await bare.getByText('JavaScript').isVisible()).toBe(false);
      const stood = await placesOf(bare);
      const said = await bare.locator('#first-answer main').innerText();
      const overhanging = await overhang(bare);
      await context.close();
      expect(overhanging).toBe(0);

      const { page, faults, leave } = await visitor(browser, server.origin, viewport);
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/api/verify/')) asked.push(request.url());
      });
      await page.addInitScript(() => {
        const shifts = { sum: 0 };
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address);
      // Whoever only reads is left alone until the page has been read.
      const isStarted = () => page.evaluate(() => document.querySelectorAll('script[src^="/js/"]').length > 0);
      expect(await isStarted()).toBe(false);
      await page.locator('#answer').getByRole('heading', { name: '本协会出具', exact: true }).waitFor();
      await page.getByText('关于本页与举报伪造').waitFor();
      expect(await page.locator('#first-answer').count()).toBe(0);
      expect(asked).toEqual([]);
      expect(await placesOf(page)).toEqual(stood);
      // Word for word what stood there before, but for the second of asking.
      const shown = await page.locator('main').innerText();
      const words = (text: string) => text.replace(/\d\d:\d\d:\d\d/g, '').split(/\s+/);
      expect(words(shown)).toEqual(expect.arrayContaining(words(said)));
      // Web vitals call 0.1 good: nothing that is being read jumps.
      expect(await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThan(
        0.1,
      );
      expect(faults).toEqual([]);
      await leave();
    },
  );

  it('whoever scrolls the answer meanwhile goes on reading where they were', async () => {
    const { page, faults, leave } = await visitor(browser, server.origin, { ...viewport, height: 500 });
    await page.goto(link);
    const digest = page.getByText('文件摘要 SHA-256', { exact: true }).first();
    const heightOf = async () => Math.round((await digest.boundingBox())?.y ?? NaN);
    // Before anything is touched, for a touch starts the program.
    const stood = await heightOf();
    await page.mouse.move(200, 200);
    await page.mouse.wheel(0, 300);
    await page.locator('#first-answer').waitFor({ state: 'detached' });
    expect(await heightOf()).toBe(stood - 300);
    await page.getByText('关于本页与举报伪造').waitFor();
    expect(faults).toEqual([]);
    await leave();
  });
});

it('a folder, text or several files that are dropped clear the answer before; number and code without the net as well', async () => {
  const { page, faults, leave } = await visitor(browser, server.origin, PC);
  const session = await page.context().newCDPSession(page);
  const drop = async (files: string[], items: { mimeType: string; data: string }[] = []) => {
    const place = page.getByText('将文件拖到此处');
    await place.scrollIntoViewIfNeeded();
    const { x, y } = (await place.boundingBox()) ?? { x: 0, y: 0 };
    const data = { items, files, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
  };
  const none = async (words: string) => {
    await page.locator('#answer').getByText(words).waitFor();
    expect(await page.getByText('完全一致').count()).toBe(0);
  };
  for (const name of ['甲.pdf', '乙.pdf']) writeFileSync(at(name), name === '甲.pdf' ? genuine : another);
  await page.goto('/verify');
  for (const [files, items, words] of [
    [[folder], [], '可能是文件夹'],
    [[], [{ mimeType: 'text/plain', data: 'a' }], '没有收到文件'],
  ] as const) {
    await drop([at('甲.pdf')]);
    await heading(page, '本协会出具');
    // A record that a bank files: one page, with the digest.
    const printed = await page.pdf({ format: 'A4' });
    writeFileSync(at('printed.pdf'), printed);
    expect(spawnSync('pdfinfo', [at('printed.pdf')]).stdout.toString()).toMatch(/Pages:\s+1\n/);
    await drop([...files], [...items]);
    await none(words);
  }
  await drop([at('甲.pdf'), at('乙.pdf')]);
  await page.getByText('2个文件的核验结果').waitFor();
  await page.locator('#answer').getByText('完全一致').nth(1).waitFor();

  const said = made(genuine, 'pdftotext', (from, to) => [from, to], 'to').toString();
  const [, number = ''] = /编号：\s*(\d{10,})/.exec(said) ?? [];
  const [code = ''] = /(?:[0-9A-Z]{4}\s){3}[0-9A-Z]{4}/.exec(said) ?? [];
  await page.getByLabel('编号 Number').fill(`【编号】${number}`);
  await page.getByLabel('核验码 Code').fill(`核验码：${code}`);
  const verify = page.getByRole('button', { name: '核验 Verify', exact: true });
  await verify.click();
  await heading(page, '本协会出具');
  await page.context().setOffline(true);
  await verify.click();
  await heading(page, '这一次没有结果');
  expect(await page.getByText('证明内容 What it says').count()).toBe(0);
  expect(faults).toEqual([]);
  await leave();
});
