import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { announcementEndpoints as announcements } from '../../contract/announcements/endpoints.ts';
import type {
  AnnouncementPage,
  Announcements,
  Confirmations,
  StaffAnnouncement,
} from '../../contract/announcements/replies.ts';
import { DAY_MS, HOUR_MS, toIso } from '../../contract/dates.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database } from '../../platform/db/database.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { announcementInput, makeAnnouncement, makeDraft } from '../../test/factories/announcement.ts';
import { makeFirm, makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import { useOffice } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { uploadFile } from '../files/upload-file.ts';
import { Announcement, AnnouncementConfirmation, AnnouncementMark } from './model.ts';

useOffice();
const api = useApi();
let firm: string;
let lawyer: string;
let firmId: number;

beforeAll(async () => {
  firmId = (await makeFirm({ name: '江海望潮律师事务所' })).id;
  firm = await memberToken({ firmId });
  lawyer = await memberToken({ lawyerId: (await makeLawyer({ firmId })).id });
});
beforeEach(async () => {
  freezeClock(Date.UTC(2026, 10, 30, 4));
  await AnnouncementMark.destroy({ where: {} });
  await Announcement.destroy({ where: {} });
});
afterEach(releaseClock);

const list = async (as: string, query: Record<string, string> = {}) =>
  (await api.call(announcements.listOwnAnnouncements, { as, query })).json as unknown as Announcements;
const titles = async (as: string) => (await list(as)).items.map(({ title }) => title);
const show = async (as: string, id: number) => api.call(announcements.showOwnAnnouncement, { as, params: { id } });
const unread = async (as: string) => {
  const { pinned, items } = await list(as);
  return [...pinned, ...items].filter((item) => !item.isRead).map(({ title }) => title);
};
const staffs = async (
  name: 'publishAnnouncement' | 'withdrawAnnouncement' | 'updateAnnouncement' | 'remindOfAnnouncement',
  id: number,
  body: object,
) => api.call(announcements[name], { as: await staffToken('service'), params: { id }, body });

describe('what appears to whom', () => {
  test('a draft to nobody, a scheduled one at its time, one with an end until then, a withdrawn one no more', async () => {
    await makeDraft({ title: '草稿' });
    await makeAnnouncement({ title: '定时', at: clock.now() + HOUR_MS });
    const ending = await makeAnnouncement({ title: '有期限', validUntil: clock.now() + 2 * HOUR_MS });
    const taken = await makeAnnouncement({ title: '将下架' });
    expect(await titles(firm)).toEqual(['将下架', '有期限']);
    advanceClock(HOUR_MS);
    expect(await titles(firm)).toEqual(['定时', '将下架', '有期限']);
    expect((await staffs('withdrawAnnouncement', taken.id, { version: 2 })).status).toBe(200);
    advanceClock(HOUR_MS);
    expect(await titles(firm)).toEqual(['定时']);
    for (const gone of [ending, taken]) expect((await show(firm, gone.id)).status).toBe(404);
  });

  test('by kind and by condition: what is for others is as if it did not exist, files and marks too', async () => {
    const { token } = await uploadFile({ actor: staffActor('service'), name: '名单.png', bytes: PNG, intake: 'desk' });
    const { id } = await makeAnnouncement({ title: '给律师', audience: 'lawyer', attachments: [token] });
    const named = { atom: 'firm' as const, in: [firmId] };
    await makeAnnouncement({ title: '给本所', eligibility: named });
    await makeAnnouncement({ title: '给别所', eligibility: { not: named } });
    expect(await titles(lawyer)).toEqual(['给本所', '给律师']);
    expect(await titles(firm)).toEqual(['给本所']);
    const params = { id, file: token };
    expect((await api.call(announcements.showOwnAnnouncementFile, { as: lawyer, params })).status).toBe(200);
    expect((await api.call(announcements.showOwnAnnouncementFile, { as: firm, params })).status).toBe(404);
    expect((await show(firm, id)).status).toBe(404);
    expect((await api.call(announcements.markAnnouncementsRead, { as: firm, body: { id } })).status).toBe(404);
  });

  test('page by page, however many between are for others', async () => {
    const named = { atom: 'firm' as const, in: [firmId] };
    await makeAnnouncement({ title: '最早' });
    for (let n = 0; n < 4; n++) await makeAnnouncement({ title: '别所', eligibility: { not: named } });
    await makeAnnouncement({ title: '最晚' });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Announcements = await list(firm, { limit: '2', ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.next;
    }
    expect(seen).toEqual(['最晚', '最早']);
  });

  test('pinned ones stand first until their time, five at most', async () => {
    const pinnedUntil = clock.now() + DAY_MS;
    for (let n = 1; n <= 5; n++) await makeAnnouncement({ title: `置顶${n}`, pinnedUntil });
    await makeAnnouncement({ title: '最新' });
    const sixth = await makeDraft({ pinnedUntil });
    expect((await staffs('publishAnnouncement', sixth, { version: 1, at: null })).json.error?.fields).toHaveProperty(
      'pinnedUntil',
    );
    const { pinned, items } = await list(firm);
    expect([pinned.length, items.map(({ title }) => title)]).toEqual([5, ['最新']]);
    advanceClock(DAY_MS);
    expect((await list(firm)).pinned).toEqual([]);
  });
});

describe('reading', () => {
  test('one that is opened is read, then all that were on the screen; what comes later is unread', async () => {
    await makeAnnouncement({ title: '甲' });
    advanceClock(1_000);
    const second = await makeAnnouncement({ title: '乙' });
    advanceClock(1_000);
    await makeAnnouncement({ title: '丙' });
    const mark = (body: object) => api.call(announcements.markAnnouncementsRead, { as: firm, body });
    expect((await mark({ id: second.id })).status).toBe(200);
    expect(await unread(firm)).toEqual(['丙', '甲']);
    await mark({ upTo: second.id });
    expect(await unread(firm)).toEqual(['丙']);
    expect(await unread(lawyer)).toEqual(['丙', '乙', '甲']);
    // One row of an account, whatever there is to read.
    expect(await AnnouncementMark.count()).toBe(1);
  });

  test('a changed one says so, and is unread again where it asks again', async () => {
    const { id } = await makeAnnouncement({ title: '通知' });
    advanceClock(1_000);
    await api.call(announcements.markAnnouncementsRead, { as: firm, body: { id } });
    const input = { ...announcementInput({ title: '通知' }), pinnedUntil: null, validUntil: null };
    await staffs('updateAnnouncement', id, { ...input, version: 2 });
    expect(await unread(firm)).toEqual([]);
    expect((await show(firm, id)).json['updatedAt']).toBe(toIso(clock.now()));
    advanceClock(1_000);
    await staffs('updateAnnouncement', id, { ...input, version: 3, asksAgain: true });
    expect(await unread(firm)).toEqual(['通知']);
    await api.call(announcements.markAnnouncementsRead, { as: firm, body: { upTo: id } });
    expect(await unread(firm)).toEqual([]);
    const late = await staffs('updateAnnouncement', id, { ...input, version: 3 });
    expect(late.json.error?.code).toBe('changed_meanwhile');
  });

  test('what asks to be confirmed is unread until it is, once a member, and again when it asks again', async () => {
    const { id } = await makeAnnouncement({ title: '须确认', mustConfirm: true });
    const confirm = (as: string) => api.call(announcements.confirmAnnouncement, { as, params: { id } });
    await api.call(announcements.markAnnouncementsRead, { as: firm, body: { upTo: id } });
    expect(await unread(firm)).toEqual(['须确认']);
    const both = await Promise.all([confirm(firm), confirm(firm)]);
    expect(both.map(({ json }) => (json as unknown as AnnouncementPage).can.confirm)).toEqual([false, false]);
    expect(await AnnouncementConfirmation.count()).toBe(1);
    expect(await unread(firm)).toEqual([]);
    const counted = async () =>
      (await api.call(announcements.showConfirmations, { as: await staffToken('service'), params: { id } }))
        .json as unknown as Confirmations;
    const before = await counted();
    expect(before.confirmed).toBe(1);
    expect(before.firms.find((one) => one.id === firmId)).toEqual({
      id: firmId,
      name: '江海望潮律师事务所',
      asked: 2,
      confirmed: 1,
    });
    const input = announcementInput({ title: '须确认', mustConfirm: true });
    await staffs('updateAnnouncement', id, { ...input, version: 2, asksAgain: true });
    expect((await counted()).confirmed).toBe(0);
    expect(await unread(firm)).toEqual(['须确认']);
    const plain = await makeAnnouncement();
    const needless = await api.call(announcements.confirmAnnouncement, { as: firm, params: { id: plain.id } });
    expect(needless.status).toBe(409);
  });
});

test('an announcement, a reminder and a look at it write nothing of any member', async () => {
  for (let n = 0; n < 20; n++) await makeLawyer({ firmId });
  const rows = async () => {
    const tables = await database.sequelize.getQueryInterface().showAllTables();
    const counts: Record<string, number> = {};
    for (const table of tables as string[]) {
      const [[row]] = (await database.sequelize.query(`SELECT COUNT(*) AS n FROM ${table}`)) as [
        [{ n: number }],
        unknown,
      ];
      counts[table] = row.n;
    }
    return counts;
  };
  const as = await staffToken('service');
  const before = await rows();
  const { id } = await makeAnnouncement({ mustConfirm: true });
  await api.call(announcements.remindOfAnnouncement, { as, params: { id }, body: { version: 2 } });
  await list(lawyer);
  await show(lawyer, id);
  const after = await rows();
  const grown = Object.keys(after).filter((table) => after[table] !== before[table] && table !== 'sessions');
  expect(grown.sort()).toEqual(['announcements', 'audit_entries']);
});

describe('rich text', () => {
  const create = async (body: string) =>
    api.call(announcements.createAnnouncement, { as: await staffToken('service'), body: announcementInput({ body }) });
  const shown = async (body: string) => ((await create(body)).json as unknown as StaffAnnouncement).body;
  const refused = async (body: string) => (await create(body)).json.error?.fields;

  test.each([
    '<p>一</p><script>alert(1)</script>',
    '<p onclick="alert(1)" style="position:fixed">一</p>',
    '<img src=x onerror=alert(1)><p>一</p>',
    '<p>一<a href="javascript:alert(1)">点</a></p>',
    '<p>一<a href="&#106;avascript:alert(1)">点</a></p>',
    '<p>一<a href="java\nscript:alert(1)">点</a></p>',
    '<p>一<a href="//evil.example">点</a></p>',
    '<p>一<a href="data:text/html,<script>alert(1)</script>">点</a></p>',
    '<svg><script>alert(1)</script></svg><p>一</p>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>一</p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><p>一</p>',
    '<p>一</p><form action=https://evil.example><input name=password></form>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><p>一</p>',
  ])('nothing of it can be a program: %s', async (evil) => {
    const nodes = await shown(evil);
    const stored = await Announcement.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    expect(stored.bodyText).toContain('一');
    expect(stored.body).not.toMatch(
      /<(?!\/?(?:p|table|blockquote|a)\b)|\son\w+=|script|style|srcdoc|evil|input|data:/i,
    );
    expect(JSON.stringify(nodes)).not.toMatch(/"href"/);
  });

  test('tags within tags have an end', async () => {
    const nodes = JSON.stringify(await shown(`${'<blockquote>'.repeat(500)}<p>一</p>`));
    expect(nodes.match(/blockquote/g)?.length).toBeLessThanOrEqual(12);
    expect(nodes).toContain('一');
  });

  test('keeps what an editor of ours writes, and what others call otherwise', async () => {
    expect(await shown('<h1>一</h1><div><b>二</b><br>&lt;p&gt;三 &amp; 四</div><ul><li>五</li></ul>')).toEqual([
      { tag: 'h3', of: [{ text: '一' }] },
      { tag: 'p', of: [{ tag: 'strong', of: [{ text: '二' }] }, { tag: 'br', of: [] }, { text: '<p>三 & 四' }] },
      { tag: 'ul', of: [{ tag: 'li', of: [{ text: '五' }] }] },
    ]);
    expect(await shown('<p><a href="https://example.com/a?b=1&amp;c=2" onclick="x()">链接</a></p>')).toEqual([
      { tag: 'p', of: [{ tag: 'a', href: 'https://example.com/a?b=1&c=2', of: [{ text: '链接' }] }] },
    ]);
  });

  test('of nothing but marks there is no announcement', async () => {
    expect(await refused('<p><br></p>')).toEqual({ body: '请填写正文' });
    expect(await refused(`<p>${'字'.repeat(10_001)}</p>`)).toEqual({ body: '正文最多10000个字，现有10001个字' });
  });
});
