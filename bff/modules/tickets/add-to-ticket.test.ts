import { afterEach, beforeAll, expect, test } from '@jest/globals';
import '../../models.ts';
import type { MemberActor } from '../../actor.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { ticketEndpoints as tickets } from '../../contract/tickets/endpoints.ts';
import type { OwnTicket } from '../../contract/tickets/replies.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { TicketMessage } from './model.ts';

useDatabase();
const api = useApi();
let firmId: number;
let member: string;
let actor: MemberActor;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
  member = await memberToken({ firmId });
});
afterEach(releaseClock);

const own = async (id: number) =>
  (await api.call(tickets.showOwnTicket, { as: member, params: { id } })).json as unknown as OwnTicket;
const add = (id: number, body: string, key = newKey()) =>
  api.call(tickets.addToTicket, { as: member, params: { id }, body: { body, idempotencyKey: key } });

test('a message that is sent twice is said once', async () => {
  const { id } = await makeTicket(actor);
  const key = newKey();
  await Promise.all([add(id, '补充：申请编号见标题', key), add(id, '补充：申请编号见标题', key)]);
  expect((await own(id)).messages).toHaveLength(2);
  // The reply got lost, and the member has typed on: nothing of it is dropped as a twin.
  const other = await add(id, '补充：申请编号 2611220041', key);
  expect([other.status, other.json.error?.code]).toEqual([409, 'idempotency_conflict']);
  expect((await add(id, '补充：申请编号 2611220041')).status).toBe(200);
  expect((await own(id)).messages).toHaveLength(3);
});

test('nobody fills a ticket without end; on another day there is room again', async () => {
  freezeClock('2026-11-30T09:00:00+08:00');
  member = await memberToken({ firmId });
  const { id } = await makeTicket(actor);
  // The first of that day is what it was opened with.
  const said = { ticketId: id, at: clock.now(), byKind: 'member' as const, byId: 1, byName: '某', body: '催' };
  await TicketMessage.bulkCreate(Array.from({ length: 48 }, () => ({ ...said, idempotencyKey: null })));
  expect((await add(id, '请问进展如何？')).status).toBe(200);
  const refused = await add(id, '请问进展如何？');
  expect([refused.status, refused.json.error?.message]).toEqual([
    429,
    '一份工单一天最多补充50次，请明天再补充，或拨打服务热线',
  ]);
  advanceClock(DAY_MS + 1);
  member = await memberToken({ firmId });
  expect((await add(id, '请问进展如何？')).status).toBe(200);
});
