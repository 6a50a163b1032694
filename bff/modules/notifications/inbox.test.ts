import { beforeEach, describe, expect, test } from '@jest/globals';
import { notificationEndpoints, type InboxRow } from '../../contract/notifications/endpoints.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { reject, submit } from '../../test/factories/certificate.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { makeCast } from '../../test/permissions/callers.ts';
import { InboxEntry } from './model.ts';

useOffice();
const api = useApi();
let as = '';
let firmId = 0;

/** Makes a firm that was told of so many rejections. */
async function firmTold(times: number): Promise<number> {
  const { id } = await makeFirm();
  const actor = await memberActor({ firmId: id });
  for (let n = 1; n <= times; n++) {
    const application = await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
    await reject(application.id, `第${n}次`);
  }
  return id;
}
beforeEach(async () => {
  firmId = await firmTold(3);
  as = await memberToken({ firmId });
});

const list = async (query: Record<string, string> = {}) =>
  (await api.call(notificationEndpoints.listInbox, { as, query })).json as unknown as {
    items: InboxRow[];
    next: string | null;
    total: number;
  };
const unread = async () => (await api.call(notificationEndpoints.countUnread, { as })).json['unread'];
const mark = (body: object) => api.call(notificationEndpoints.markInboxRead, { as, body });

describe('the inbox', () => {
  test('shows the latest first, page by page, each leading to its application', async () => {
    const first = await list({ limit: '2' });
    expect(first.items.map(({ body }) => body.slice(-3))).toEqual(['第3次', '第2次']);
    expect(first).toMatchObject({ total: 3 });
    const rest = await list({ limit: '2', cursor: first.next ?? '' });
    expect(rest.items.map(({ body }) => body.slice(-3))).toEqual(['第1次']);
    expect(rest.items[0]).toMatchObject({
      event: 'rejected',
      isRead: false,
      page: expect.stringMatching(/^application\?id=\d+$/) as unknown,
    });
  });

  test('counts what is unread; one is read, then all that were on the screen, never what came meanwhile', async () => {
    expect(await unread()).toBe(3);
    const { items } = await list();
    expect((await mark({ id: items[1]?.id })).json).toEqual({ unread: 2 });
    expect((await list({ show: 'unread' })).items.map(({ id }) => id)).toEqual([items[0]?.id, items[2]?.id]);
    const actor = await memberActor({ firmId });
    await reject((await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' })).id, '第4次');
    expect((await mark({ upTo: items[0]?.id })).json).toEqual({ unread: 1 });
    expect((await list({ show: 'unread' })).items[0]?.body).toContain('第4次');
  });

  test('is known to staff without its words: what this member was told, and whether it was read', async () => {
    const { items } = await list();
    await mark({ id: items[0]?.id });
    await firmTold(1);
    const query = { memberKind: 'firm', memberId: String(firmId), limit: '2' };
    const told = await api.call(notificationEndpoints.listTold, {
      as: await (await makeCast()).tokenOf('registrar'),
      query,
    });
    expect(told.json).toMatchObject({ total: 3 });
    expect(told.json['items']).toEqual(
      items
        .slice(0, 2)
        .map(({ id, event, title, createdAt }, at) => ({ id, event, title, createdAt, isRead: at === 0 })),
    );
  });

  test('reading twice keeps the first time', async () => {
    const { items } = await list();
    const id = items[0]?.id ?? 0;
    await mark({ id });
    const { readAt } = await InboxEntry.findByPk(id, { rejectOnEmpty: true });
    await mark({ id });
    expect((await InboxEntry.findByPk(id, { rejectOnEmpty: true })).readAt).toBe(readAt);
  });

  test('of another member does not exist', async () => {
    const { items } = await list();
    as = await memberToken({ firmId: await firmTold(1) });
    expect((await mark({ id: items[0]?.id })).status).toBe(404);
    await mark({ upTo: items[0]?.id });
    expect(await InboxEntry.count({ where: { memberId: firmId, memberKind: 'firm', readAt: null } })).toBe(3);
    expect((await list()).total).toBe(1);
  });

  test.each([{}, { id: 0 }, { id: 1, upTo: 2 }, { upTo: 'x' }])('refuses %j', async (body) => {
    expect((await mark(body)).status).toBe(422);
  });
});
