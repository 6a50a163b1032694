import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { OwnTicket } from '../../../contract/tickets/replies.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Ticket, TicketMessage } from '../model.ts';

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

describe('what is left for solving while a ticket waits for its member', () => {
  const at = async (time: string) => {
    freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
    member = await memberToken({ firmId });
  };
  const act = async (id: number, endpoint: typeof tickets.answerTicket | typeof tickets.moveTicket, body: object) => {
    const { version } = await Ticket.findByPk(id, { rejectOnEmpty: true });
    const as = await staffToken('administrator');
    expect((await api.call(endpoint, { as, params: { id }, body: { version, ...body } })).status).toBe(200);
  };
  const ask = (id: number) => act(id, tickets.answerTicket, { body: '请补充申请编号。', next: 'asked' });
  const doneAt = async (id: number) => {
    const { doneDueAt, queueDueAt } = await Ticket.findByPk(id, { rejectOnEmpty: true });
    expect(queueDueAt).toBe(doneDueAt);
    return doneDueAt;
  };
  const instant = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);
  /** 390 open minutes are left of it. */
  const asked = async (category: 'certificate' | 'complaint' = 'certificate') => {
    await at('2026-11-30 09:00');
    const { id } = await makeTicket(actor, { category });
    await at('2026-11-30 10:30');
    await ask(id);
    return id;
  };

  test('stays when it is asked for once more', async () => {
    const id = await asked();
    await at('2026-12-01 09:00');
    await ask(id);
    await at('2026-12-02 14:00');
    await add(id, '申请编号 2611220041');
    expect(await doneAt(id)).toBe(instant('2026-12-03 11:30'));
  });

  test('runs again when it is answered after all', async () => {
    const id = await asked();
    await at('2026-12-02 14:00');
    await act(id, tickets.answerTicket, { body: '已在系统中找到，正在处理。', next: 'working' });
    expect(await doneAt(id)).toBe(instant('2026-12-03 11:30'));
  });

  test('is no more than another category promises, and as much where nothing was promised', async () => {
    const [sooner, complaint] = [await asked(), await asked('complaint')];
    await act(sooner, tickets.moveTicket, { category: 'sign_in' });
    await act(complaint, tickets.moveTicket, { category: 'certificate' });
    await at('2026-12-02 14:00');
    for (const id of [sooner, complaint]) await add(id, '申请编号 2611220041');
    expect(await doneAt(sooner)).toBe(instant('2026-12-02 16:00'));
    expect(await doneAt(complaint)).toBe(instant('2026-12-03 15:00'));
  });
});
