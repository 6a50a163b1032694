import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor, StaffActor } from '../../../actor.ts';
import type { Role } from '../../../contract/accounts/enums.ts';
import { ticketDutyEndpoints as duty } from '../../../contract/ticket-duty/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { signedIn, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, makeStaffAccount, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { doDueWork } from '../../../test/office.ts';
import { Account } from '../../accounts/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Message } from '../../outbox/model.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { watchTickets } from '../clocks/watch-tickets.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { moveTicket, takeTicket } from '../desk/take-ticket.ts';
import { Ticket } from '../model.ts';
import { TicketDuty } from './model.ts';
import { setLeave, setPresence } from './set-duty.ts';

useDatabase();
const api = useApi();
let serial = 0;
let member: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
});
beforeEach(async () => {
  at('2026-12-07 09:00');
  await TicketDuty.destroy({ where: {} });
  await Ticket.update({ isOpen: false, watchAt: 7_258_118_400_000 }, { where: {} });
  await Account.update({ isClosed: true }, { where: { kind: 'staff' } });
  member = await memberActor({ firmId: (await makeFirm()).id });
});
afterEach(releaseClock);

const at = (time: string) => freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
const read = (id: number) => Ticket.findByPk(id, { rejectOnEmpty: true });
const has = async (id: number) => (await read(id)).assigneeId;

/** One of the staff, at the desk unless said otherwise. */
async function one(role: Role = 'reviewer', { isPresent = true } = {}): Promise<StaffActor> {
  const { id } = await makeStaffAccount(`duty-${++serial}`, 'correct horse 1', [role]);
  const actor = { ...staffActor(role), accountId: id };
  await setPresence({ actor, accountId: id, isPresent });
  return actor;
}
const leaveVersion = async ({ accountId }: StaffActor) =>
  (await TicketDuty.findOne({ where: { accountId } }))?.leaveVersion ?? 1;
const rest = async (who: StaffActor, standIn: StaffActor, from = '2026-12-07', until = '2026-12-11') =>
  setLeave({
    actor: who,
    accountId: who.accountId,
    leave: { version: await leaveVersion(who), from, until, standInId: standIn.accountId },
  });
/** Gives somebody so many tickets. */
async function load(who: StaffActor, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const ticket = await makeTicket(member);
    await ticket.update({ assigneeId: who.accountId, assigneeName: who.name });
  }
}
const mailed = async (template: 'tickets_unassigned' | 'tickets_handed' | 'tickets_due', after = 0) =>
  (await Message.findAll({ where: { template }, order: ['id'] }))
    .filter(({ id }) => id > after)
    .map(({ recipient }) => recipient.replace('@example.com', ''));
const lastMail = async () => (await Message.max<number, Message>('id')) ?? 0;
const loginOf = async (who: StaffActor) => (await Account.findByPk(who.accountId, { rejectOnEmpty: true })).login;

describe('a new ticket', () => {
  test('goes to who is there with the right role and the fewest open tickets', async () => {
    const [busy, free] = [await one(), await one()];
    await one('service');
    await one('reviewer', { isPresent: false });
    await load(busy, 2);
    for (const expected of [free, free, busy])
      expect(await has((await makeTicket(member)).id)).toBe(expected.accountId);
    const ticket = await makeTicket(member);
    expect(ticket).toMatchObject({ assigneeId: free.accountId, state: 'waiting' });
  });

  test('of several that come at once, none goes to who has more than another', async () => {
    const team = [await one('registrar'), await one('registrar'), await one('registrar')];
    await load(team[0]!, 2);
    const firmId = (await makeFirm()).id;
    const lawyers = await Promise.all([1, 2, 3, 4].map(() => makeLawyer({ firmId })));
    const actors = await Promise.all(lawyers.map(({ id: lawyerId }) => memberActor({ lawyerId })));
    // Of four categories: those of one wait for each other where they are counted for the statistics.
    const categories = ['registry', 'face', 'licence_no', 'transfer'] as const;
    const made = await Promise.all(actors.map((actor, at) => makeTicket(actor, { category: categories[at]! })));
    const owners = await Promise.all(made.map(({ id }) => has(id)));
    const ids = team.map(({ accountId }) => accountId);
    expect(owners.map((id) => ids.indexOf(id ?? 0)).sort()).toEqual([1, 1, 2, 2]);
  });

  test('stays nobody’s while nobody is there, and its role is told, in office hours and once', async () => {
    at('2026-12-05 20:00');
    const away = await one('reviewer', { isPresent: false });
    const service = await one('service');
    const before = await lastMail();
    for (let n = 0; n < 3; n++) expect((await makeTicket(member)).assigneeId).toBeNull();
    await doDueWork();
    expect(await mailed('tickets_unassigned', before)).toEqual([]);
    at('2026-12-07 09:00');
    await doDueWork();
    expect(await mailed('tickets_unassigned', before)).toEqual([await loginOf(away)]);
    const { data } = await Message.findOne({
      where: { template: 'tickets_unassigned' },
      order: [['id', 'DESC']],
      rejectOnEmpty: true,
    });
    expect(data['count']).toBe('3');
    expect(JSON.stringify(data)).not.toContain('纸质证明');
    expect(service.accountId).not.toBe(away.accountId);
  });

  test('in another queue it is given again', async () => {
    const [reviewer, cashier] = [await one(), await one('finance')];
    const { id } = await makeTicket(member);
    await moveTicket({ actor: reviewer, id, version: 1, category: 'payment' });
    expect(await has(id)).toBe(cashier.accountId);
  });

  test('waits until whoever was given it begins', async () => {
    const reviewer = await one();
    const { id } = await makeTicket(member);
    const as = await signedIn(await Account.findByPk(reviewer.accountId, { rejectOnEmpty: true }));
    const { json } = await api.call(tickets.showTicket, { as, params: { id } });
    expect(json).toMatchObject({ isMine: true, can: { take: true } });
    await takeTicket({ actor: reviewer, id, version: 1 });
    expect((await read(id)).state).toBe('working');
    const after = await api.call(tickets.showTicket, { as, params: { id } });
    expect(after.json).toMatchObject({ can: { take: false } });
  });
});

describe('on leave', () => {
  test('open tickets and new words of members go to who stands in, who is told', async () => {
    const [gone, standIn] = [await one(), await one('reviewer', { isPresent: false })];
    const [open, solved] = [await makeTicket(member), await makeTicket(member)];
    await answerTicket({
      actor: gone,
      id: solved.id,
      input: { version: 1, body: '已寄出，请留意快递。', next: 'solved' },
    });
    const before = await lastMail();
    await rest(gone, standIn);
    await doDueWork();
    expect(await has(open.id)).toBe(standIn.accountId);
    expect(await has(solved.id)).toBe(gone.accountId);
    expect(await mailed('tickets_handed', before)).toEqual([await loginOf(standIn)]);
    const input = { body: '仍未收到，请再查。', attachments: [], idempotencyKey: newKey() };
    await addToTicket({ actor: member, id: solved.id, input });
    expect(await has(solved.id)).toBe(standIn.accountId);
    // New ones go to who is there, and nobody is.
    expect((await makeTicket(member)).assigneeId).toBeNull();
  });

  test('one that is planned begins on its day, and ends after its last', async () => {
    const [gone, standIn] = [await one(), await one()];
    const { id } = await makeTicket(member);
    await rest(gone, standIn, '2026-12-09', '2026-12-09');
    await doDueWork();
    expect(await has(id)).toBe(gone.accountId);
    at('2026-12-09 00:00');
    await doDueWork();
    expect(await has(id)).toBe(standIn.accountId);
    const as = async () => signedIn(await Account.findByPk(gone.accountId, { rejectOnEmpty: true }));
    expect((await api.call(duty.showOwnDuty, { as: await as() })).json['state']).toBe('leave');
    at('2026-12-10 09:00');
    expect((await api.call(duty.showOwnDuty, { as: await as() })).json).toMatchObject({
      state: 'present',
      leave: null,
    });
  });

  test('two who stand in for each other leave it to who is there', async () => {
    const [a, b, there] = [await one(), await one(), await one()];
    await load(there, 3);
    const { id } = await makeTicket(member);
    expect(await has(id)).toBe(a.accountId);
    await rest(b, a);
    await rest(a, b);
    await doDueWork();
    expect(await has(id)).toBe(there.accountId);
  });

  test('who stands in for who stands in has it', async () => {
    const [a, b, c] = [
      await one(),
      await one('reviewer', { isPresent: false }),
      await one('reviewer', { isPresent: false }),
    ];
    const { id } = await makeTicket(member);
    await rest(b, c);
    await rest(a, b);
    await doDueWork();
    expect(await has(id)).toBe(c.accountId);
  });

  test('who stands in hears of what becomes due', async () => {
    const [gone, standIn] = [await one(), await one('reviewer', { isPresent: false })];
    await makeTicket(member);
    await rest(gone, standIn);
    // Before the job has come to it.
    const before = await lastMail();
    at('2026-12-07 10:35');
    await watchTickets();
    expect(await mailed('tickets_due', before)).toEqual([await loginOf(standIn)]);
  });

  test.each([
    [{ standInId: 0 }, { standInId: '请选择另一位处理同类工单的同事作代班人' }],
    [{ from: '2026-11-01', until: '2026-11-02' }, { until: '结束日期已过，请重新选择' }],
    [{ from: '2026-12-10', until: '2026-12-09' }, { until: '结束日期不能早于开始日期' }],
    [{ until: '2029-12-09' }, { until: '结束日期最晚为2027-12-08' }],
  ])('%j is refused in words', async (part, fields) => {
    const [gone, standIn] = [await one(), await one()];
    const as = await signedIn(await Account.findByPk(gone.accountId, { rejectOnEmpty: true }));
    const id = 'standInId' in part ? gone.accountId : standIn.accountId;
    const body = { version: 1, from: '2026-12-07', until: '2026-12-11', ...part, standInId: id };
    const { status, json } = await api.call(duty.setOwnLeave, { as, body });
    expect([status, json.error?.fields]).toEqual([422, fields]);
  });
});

test('who leads sets the switch of others, and the log says so', async () => {
  const [chief, ill, standIn] = [await one('administrator'), await one(), await one()];
  const as = await signedIn(await Account.findByPk(chief.accountId, { rejectOnEmpty: true }));
  const params = { id: ill.accountId };
  const body = { version: 1, from: '2026-12-07', until: '2026-12-08', standInId: standIn.accountId };
  const { status, json } = await api.call(duty.setLeaveOf, { as, params, body });
  expect(status).toBe(200);
  const rows = json['items'] as { id: number; state: string; leave: { standIn: { id: number } } | null }[];
  expect(rows.find(({ id }) => id === ill.accountId)).toMatchObject({
    state: 'leave',
    leave: { standIn: { id: standIn.accountId } },
  });
  const reviewer = await signedIn(await Account.findByPk(standIn.accountId, { rejectOnEmpty: true }));
  expect((await api.call(duty.showDutyTeam, { as: reviewer })).status).toBe(403);
  // The one on leave comes back early, and has not seen that the leave was changed.
  const own = await signedIn(await Account.findByPk(ill.accountId, { rejectOnEmpty: true }));
  await api.call(duty.setPresenceOf, { as, params, body: { isPresent: true } });
  const late = [
    await api.call(duty.endOwnLeave, { as: own, query: { version: '1' } }),
    await api.call(duty.setOwnLeave, { as: own, body: { ...body, until: '2026-12-07' } }),
  ];
  expect(late.map((answer) => answer.json.error?.code)).toEqual(['changed_meanwhile', 'changed_meanwhile']);
  expect((await api.call(duty.showOwnDuty, { as: own })).json).toMatchObject({
    leave: { until: '2026-12-08' },
    leaveVersion: 2,
  });
  await api.call(duty.endLeaveOf, { as, params, query: { version: '2' } });
  expect((await api.call(duty.showDutyTeam, { as })).json['items']).toMatchObject(
    [chief, ill, standIn].map(({ accountId }) => ({ id: accountId, leave: null })),
  );
});
