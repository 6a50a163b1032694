import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { activityEndpoints } from '../../bff/contract/activities/endpoints.ts';
import { ACTIVITY_WARNINGS, type ActivityWarning } from '../../bff/contract/activities/enums.ts';
import { HOUR_MS } from '../../bff/contract/dates.ts';
import { memberCode } from '../../bff/contract/door/code.ts';
import { doorEndpoints, type OwnCode } from '../../bff/contract/door/endpoints.ts';
import { DEMO_MEMBERS, DEMO_STAFF } from '../../scripts/seed/demo-accounts.ts';
import { signInTo, type Caller } from './call-api.ts';
import { writeCodeFilm } from './code-picture.ts';
import { openBrowser } from './open-browser.ts';
import { startServer, type RunningServer } from './start-server.ts';

/** The door of a hall without a network (activities.md, walk 4): two devices, one with a camera, against the real server. */

const MINUTE_MS = 60_000;
const PIN = '2468';
const folder = mkdtempSync(path.join(tmpdir(), 'lvzheng-door-'));
const film = path.join(folder, 'code.y4m');

let server: RunningServer;
let withCamera: Browser;
let without: Browser;
let staff: Caller;
let activityId: number;
/** Three lawyers who signed up, and one who did not. */
let guests: { caller: Caller; registrationId: number; code: OwnCode; name: string }[];
const lawyers = DEMO_MEMBERS.filter(({ kind }) => kind === 'lawyer');
const walkIn = lawyers[3]!;

beforeAll(async () => {
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  [server, withCamera, without] = await Promise.all([
    startServer(),
    openBrowser([...camera, `--use-file-for-fake-video-capture=${film}`]),
    openBrowser(),
  ]);
  staff = await signInTo(
    server.origin,
    DEMO_STAFF.find(({ login }) => login === 'events')!,
  );
  activityId = await publishActivity();
  guests = [];
  for (const lawyer of lawyers.slice(0, 3)) {
    const caller = await signInTo(server.origin, lawyer);
    const { groups } = await caller.call(activityEndpoints.showActivity, { params: { id: activityId } });
    const body = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: `door-${lawyer.login}` };
    const params = { id: activityId };
    const { registrationId } = await caller.call(activityEndpoints.signUp, { params, body });
    const code = await caller.call(doorEndpoints.showOwnCode, { params: { id: registrationId } });
    const { items } = await staff.call(activityEndpoints.listRegistrations, { params });
    guests.push({ caller, registrationId, code, name: items.find(({ id }) => id === registrationId)!.name });
  }
}, 900_000);

afterAll(async () => {
  await withCamera?.close();
  await without?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 900_000);

/** An activity that begins in half an hour, proposed by one and published by another. */
async function publishActivity(): Promise<number> {
  const now = Date.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  const body = {
    title: '地下报告厅讲座',
    kind: 'training',
    organiser: '江海市律师协会',
    details: '会场没有网络。',
    contact: '0700-88886603',
    isOnline: false,
    place: '地下报告厅',
    opensAt: at(-HOUR_MS),
    closesAt: at(20 * MINUTE_MS),
    beginsAt: at(30 * MINUTE_MS),
    endsAt: at(3 * HOUR_MS),
    cancelHours: 0,
    leaveHours: 0,
    capacity: 10,
    eligibility: null,
    groups: [{ name: '', capacity: 10, eligibility: null }],
    hoursTenths: 30,
  } as const;
  const acknowledged = Object.keys(ACTIVITY_WARNINGS) as ActivityWarning[];
  const { id } = await staff.call(activityEndpoints.createActivity, { body });
  const params = { id };
  await staff.call(activityEndpoints.submitActivity, { params, body: { version: 1, acknowledged } });
  const second = await signInTo(
    server.origin,
    DEMO_STAFF.find(({ login }) => login === 'admin')!,
  );
  await second.call(activityEndpoints.publishActivity, { params, body: { version: 2, acknowledged } });
  return id;
}

/** What a member's telephone shows now. */
function codeOf({ code: { name, secret } }: (typeof guests)[number]): string {
  const digits = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  return memberCode({ activityId, name, digits });
}

interface Device {
  context: BrowserContext;
  page: Page;
  /** What it has sent, the last body with scans. */
  sent: string[];
  complaints: string[];
  /** The page says so. */
  says(words: string | RegExp): Promise<void>;
  /** Reads a code as a hand-held scanner types it, and answers what the page says of it. */
  read(words: string): Promise<string>;
}

/** A telephone in the hand of staff: signed in, then opened for an entrance. `beforeOpen`: at the last moment. */
async function openDevice(browser: Browser, entrance: string, beforeOpen?: () => void): Promise<Device> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const sent: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => line.text().includes('Content Security Policy') && complaints.push(line.text()));
  page.on('request', (request) => {
    const body = request.url().endsWith('/api/door/scans') ? request.postData() : null;
    if (body !== null && !body.includes('"scans":[]')) sent.push(body);
  });
  await page.goto(`${server.origin}/admin/`);
  const { login, password } = DEMO_STAFF.find((one) => one.login === 'events')!;
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/door-devices', async (route) => {
    const response = await route.fetch();
    beforeOpen?.();
    await route.fulfill({ response });
  });
  await page.goto(`${server.origin}/admin/door.html?activity=${activityId}`);
  await page.getByLabel('入口名称').fill(entrance);
  await page.getByLabel(/本机密码/).fill(PIN);
  await page.getByRole('button', { name: '下载名单并开启' }).click();
  const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
  await says(/名单已下载 3 人 · \d\d:\d\d · 可离线/);
  const verdict = page.locator('.verdict');
  const read = async (words: string) => {
    if (await verdict.isVisible()) await verdict.click();
    await page.getByRole('button', { name: '扫码', exact: true }).click();
    await page.getByLabel('扫码枪').fill(words);
    await page.keyboard.press('Enter');
    await verdict.waitFor();
    return (await verdict.textContent()) ?? '';
  };
  return { context, page, sent, complaints, says, read };
}

test('two devices without a network lose nothing, and what comes of it is the same however it is sent', async () => {
  const [a, b, c] = guests as [(typeof guests)[0], (typeof guests)[0], (typeof guests)[0]];
  const second = await openDevice(without, '2号口');
  await second.context.setOffline(true);
  // The camera sees the code of the first guest, made at the last moment.
  const first = await openDevice(withCamera, '1号口', () => writeCodeFilm(film, codeOf(a)));
  await first.page.locator('.verdict.yes', { hasText: a.name }).waitFor();
  await first.context.setOffline(true);

  expect(await first.read(codeOf(b))).toContain(`✓${b.name}`);
  expect(await first.read(codeOf(b))).toMatch(/＝.*已于\d\d:\d\d在1号口签到/);
  // The second knows nothing of the first, nor that the third guest has cancelled since.
  expect(await second.read(codeOf(a))).toContain(`✓${a.name}`);
  await c.caller.call(activityEndpoints.cancelRegistration, { params: { id: c.registrationId } });
  expect(await second.read(codeOf(c))).toContain(`✓${c.name}`);
  expect(await second.read('https://example.org/ticket/1')).toContain('✕无法识别的二维码');
  await second.page.getByRole('button', { name: '手工' }).click();
  await second.page.getByLabel(/现场补报/).fill(walkIn.login);
  await second.page.getByRole('button', { name: '补报并签到' }).click();
  await second.says('离线 · 4条待上传，保存在本机');

  // A telephone that was restarted: the page, the list and the queue are on it.
  await first.says(/离线 · \d条待上传/);
  await first.page.reload();
  await first.page.getByLabel('本机密码').fill(PIN);
  await first.page.getByRole('button', { name: '打开签到台' }).click();
  await first.says(/离线 · \d条待上传/);
  expect(await first.read(codeOf(b))).toMatch(/＝.*已于\d\d:\d\d在1号口签到/);

  for (const { context, says } of [second, first]) {
    await context.setOffline(false);
    await says('已联网 · 全部已上传');
  }
  // Each hears of what the other has read; the earliest time counts.
  await first.page.getByText('已到 4 / 3').waitFor();
  expect(await first.read(codeOf(c))).toMatch(/＝.*在2号口签到/);
  await second.page.getByRole('button', { name: '立即上传' }).click();
  await expect(second.read(codeOf(a))).resolves.toMatch(/＝.*在1号口签到/);

  const door = () => staff.call(doorEndpoints.showDoor, { params: { id: activityId } });
  const seen = await door();
  expect(seen.present).toBe(4);
  expect(seen.passes).toEqual([expect.objectContaining({ name: c.name, state: 'cancelled' })]);
  expect(seen.doubts).toEqual([expect.objectContaining({ doubt: 'unknown', read: 'https://example.org/ticket/1' })]);

  // Everything once more, and backwards.
  for (const body of [...first.sent, ...second.sent].toReversed()) {
    const again = JSON.parse(body) as { scans: object[] };
    const reply = await fetch(`${server.origin}/api/door/scans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...again, scans: again.scans.toReversed() }),
    });
    expect(reply.status).toBe(200);
  }
  const after = await door();
  expect(after.devices.map(({ scans }) => scans)).toEqual(seen.devices.map(({ scans }) => scans));
  expect([after.present, after.passes, after.doubts]).toEqual([seen.present, seen.passes, seen.doubts]);

  // Whoever leaves takes nothing along, and nobody waits for the device.
  await first.page.getByRole('button', { name: '退出签到台' }).click();
  await first.page.getByRole('button', { name: '下载名单并开启' }).waitFor();
  expect((await door()).devices.filter(({ isDismissed }) => isDismissed)).toHaveLength(1);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.context.close();
  await second.context.close();
});
