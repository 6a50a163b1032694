import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor, StaffActor } from '../../../actor.ts';
import type { Role } from '../../../contract/accounts/enums.ts';
import { ticketDutyEndpoints as duty } from '../../../contract/ticket-duty/endpoints.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { database, selectUnchecked } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { useOffice } from '../../../test/office.ts';
import { makeFirm, makeStaffAccount, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Account } from '../../accounts/model.ts';
import { AuditEntry } from '../../audit/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Message } from '../../outbox/model.ts';
import { TicketDuty } from '../duty/model.ts';
import { setLeave, setPresence } from '../duty/set-duty.ts';
import { Ticket } from '../model.ts';

useOffice();
const api = useApi();
let serial = 0;
let member: MemberActor;
let chief = '';
beforeAll(() => installShippedHolidays());
beforeEach(async () => {
  freezeClock('2026-12-07T09:00:00+08:00');
  await TicketDuty.destroy({ where: {} });
  await Ticket.update({ isOpen: false }, { where: {} });
  await Account.update({ isClosed: true }, { where: { kind: 'staff' } });
  member = await memberActor({ firmId: (await makeFirm()).id });
  chief = await staffToken('administrator');
});
afterEach(releaseClock);

async function one(role: Role): Promise<StaffActor> {
  const { id, name } = await makeStaffAccount(`handover-${++serial}`, 'correct horse 1', [role]);
  const actor = { ...staffActor(role), accountId: id, name };
  await setPresence({ actor, accountId: id, isPresent: true });
  return actor;
}
async function given(to: StaffActor, category: 'certificate' | 'payment' = 'certificate'): Promise<Ticket> {
  const ticket = await makeTicket(member, { category });
  return ticket.update({ assigneeId: to.accountId, assigneeName: to.name });
}
const see = (who: StaffActor) => api.call(duty.showHandover, { as: chief, params: { id: who.accountId } });
const pass = (from: StaffActor, to: StaffActor) =>
  api.call(duty.handOver, { as: chief, params: { id: from.accountId }, body: { toId: to.accountId } });

/** Columns that name who has to see to a row, with the condition under which the row is open. */
const OWNERS: Record<string, string> = {
  'tickets.assignee_id': 'is_open = 1',
  'ticket_duties.stand_in_id': "leave_until >= '2026-12-07'",
};
/** A talk is given back by itself two minutes after the desk's page is closed (chat/watching). */
const GIVEN_BACK = ['chats.assignee_id'];
async function ownerColumns(): Promise<string[]> {
  const schema = database.sequelize.getQueryInterface();
  const tables = await schema.showAllTables();
  const names = tables.map((one) => (typeof one === 'string' ? one : (one as { tableName: string }).tableName));
  const found: string[] = [];
  for (const table of names) {
    const columns = Object.keys(await schema.describeTable(table));
    found.push(
      ...columns
        .filter((column) => /assignee|stand_in|owner_account|responsible/.test(column) && column.endsWith('_id'))
        .map((column) => `${table}.${column}`)
        .filter((place) => !GIVEN_BACK.includes(place)),
    );
  }
  return found;
}
async function namedOpen({ accountId }: StaffActor): Promise<string[]> {
  const found: string[] = [];
  for (const [place, isOpen] of Object.entries(OWNERS)) {
    const [table, column] = place.split('.') as [string, string];
    const rows = await selectUnchecked(`SELECT id FROM ${table} WHERE ${column} = ? AND ${isOpen}`, [accountId]);
    if (rows.length > 0) found.push(place);
  }
  return found;
}

test('after a hand-over no open row names the leaver, and the successor is told numbers alone', async () => {
  expect((await ownerColumns()).toSorted()).toEqual(Object.keys(OWNERS).toSorted());
  const [leaver, heir, other] = [await one('reviewer'), await one('reviewer'), await one('reviewer')];
  const [first, second] = [await given(leaver), await given(leaver)];
  const over = await given(leaver);
  await over.update({ isOpen: false, state: 'closed' });
  const theirs = await given(other);
  const leave = { version: 1, from: '2026-12-21', until: '2026-12-25', standInId: leaver.accountId };
  await setLeave({ actor: other, accountId: other.accountId, leave });
  // The control: before it, both name the leaver.
  expect(await namedOpen(leaver)).toEqual(Object.keys(OWNERS));
  expect((await see(leaver)).json).toMatchObject({
    tickets: [{ number: first.number }, { number: second.number }],
    standsInFor: [`${other.name}（2026-12-21 至 2026-12-25）`],
    heirs: [{ id: expect.any(Number) }, { id: heir.accountId }],
  });
  expect((await pass(leaver, heir)).json).toMatchObject({ tickets: [], standsInFor: [] });
  expect(await namedOpen(leaver)).toEqual([]);
  for (const ticket of [first, second]) {
    expect(await ticket.reload()).toMatchObject({ assigneeId: heir.accountId, assigneeName: heir.name, version: 2 });
  }
  expect((await over.reload()).assigneeId).toBe(leaver.accountId);
  expect((await theirs.reload()).assigneeId).toBe(other.accountId);
  expect(await AuditEntry.findOne({ where: { action: 'duty.handed-over' }, order: [['id', 'DESC']] })).toMatchObject({
    targetId: leaver.accountId,
    detail: `交给${heir.name}：工单2份，代班1项`,
  });
  const mail = await Message.findOne({ where: { template: 'tickets_handed' }, order: [['id', 'DESC']] });
  expect(mail?.data['lines']).toBe(`工单${first.number}\n工单${second.number}`);
  // Nothing new goes to who has left.
  expect((await makeTicket(member)).assigneeId).not.toBe(leaver.accountId);
});

test('nobody is handed what they do not work on, nor themselves, and nothing is done by halves', async () => {
  const [leaver, reviewer, cashier] = [await one('reviewer'), await one('reviewer'), await one('finance')];
  const [ticket, paid] = [await given(leaver), await given(leaver, 'payment')];
  for (const to of [leaver, reviewer, cashier]) {
    const { status, json } = await pass(leaver, to);
    expect([status, Object.keys(json.error?.fields ?? {})]).toEqual([422, ['toId']]);
  }
  for (const kept of [ticket, paid]) expect((await kept.reload()).assigneeId).toBe(leaver.accountId);
});

test('who has left with open tickets is named to who leads, and those are passed on all the same', async () => {
  const [leaver, heir] = [await one('reviewer'), await one('reviewer')];
  await given(leaver);
  await Account.update({ isClosed: true }, { where: { id: leaver.accountId } });
  const team = async () => (await api.call(duty.showDutyTeam, { as: chief })).json['left'];
  expect(await team()).toEqual([{ id: leaver.accountId, name: leaver.name, openTickets: 1 }]);
  expect((await pass(leaver, heir)).status).toBe(200);
  expect(await team()).toEqual([]);
});

test('the sheet is a PDF', async () => {
  const leaver = await one('reviewer');
  await given(leaver);
  const { status, bytes } = await api.call(duty.printHandover, { as: chief, params: { id: leaver.accountId } });
  expect(status).toBe(200);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});
