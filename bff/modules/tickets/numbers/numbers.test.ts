import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { ticketDeskEndpoints as desk } from '../../../contract/ticket-desk/endpoints.ts';
import { ticketFileEndpoints as files } from '../../../contract/ticket-files/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { OwnTicket, TicketDetail } from '../../../contract/tickets/replies.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { database, selectUnchecked } from '../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { givePassword, makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { doDueWork } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { expireTicketFiles } from '../attachments/expire-ticket-files.ts';
import { cancelTicket } from '../asking/cancel-ticket.ts';
import { openNumber } from './keep-numbers.ts';
import { TicketNumber } from './model.ts';

const NUMBER = '11010519491231002X';
const OTHER = '440402198503121238';
const MASKED = '110***********002X';

useDatabase();
const api = useApi();
let actor: MemberActor;
let member = '';
beforeAll(() => installShippedHolidays());
beforeEach(async () => {
  freezeClock(clock.now());
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, 'correct horse 1');
  actor = await memberActor({ firmId: firm.id });
  member = await memberToken({ firmId: firm.id });
});
afterEach(releaseClock);

const seen = async (as: string, id: number) =>
  (await api.call(tickets.showTicket, { as, params: { id } })).json as unknown as TicketDetail;
const own = async (id: number) =>
  (await api.call(tickets.showOwnTicket, { as: member, params: { id } })).json as unknown as OwnTicket;
const reveal = (as: string, id: number, reason: string) =>
  api.call(desk.revealTicketNumber, { as, params: { id }, body: { reason } });

/** Tables in which any of the numbers stands as it was written. */
async function held(): Promise<string[]> {
  const found: string[] = [];
  const tables = await database.sequelize.getQueryInterface().showAllTables();
  for (const table of tables.map((one) => (typeof one === 'string' ? one : (one as { tableName: string }).tableName))) {
    const rows = JSON.stringify(await selectUnchecked(`SELECT * FROM ${table}`, [])).toUpperCase();
    if (rows.includes(NUMBER) || rows.includes(OTHER) || rows.includes('110105 19491231 002X')) found.push(table);
  }
  return found;
}

test('numbers written on either side stand masked for everybody, and in no table, mail or line of the log', async () => {
  const { id, version } = await makeTicket(actor, {
    body: `登记的号码不对，应为 110105 19491231 002x，不是${OTHER}。`,
  });
  const as = await staffToken('reviewer');
  const answer = { version, body: `已核对${NUMBER}，请以此为准。`, next: 'working' as const };
  expect((await api.call(tickets.answerTicket, { as, params: { id }, body: answer })).status).toBe(200);
  await doDueWork();
  const [first, second] = (await seen(as, id)).messages;
  expect(first).toMatchObject({
    body: `登记的号码不对，应为 ${MASKED}**，不是440***********1238。`,
    numbers: [{ masked: MASKED }, { masked: '440***********1238' }],
  });
  expect(second?.numbers).toMatchObject([{ masked: MASKED }]);
  const mine = await own(id);
  expect(mine.messages.map(({ body }) => body)).toEqual([first?.body, second?.body]);
  expect(mine.messages[0]).not.toHaveProperty('numbers');
  expect(await held()).toEqual([]);
  // The control: what is written past the message is found.
  await database.sequelize.query('UPDATE tickets SET title = ? WHERE id = ?', { replacements: [NUMBER, id] });
  expect(await held()).toEqual(['tickets']);
});

test('staff of its queue see one number for a reason, which the log and the member then have', async () => {
  const { id, number } = await makeTicket(actor, { body: `应为${NUMBER}，另一人是${OTHER}，请核对。` });
  const as = await staffToken('reviewer');
  const [, other] = (await seen(as, id)).messages[0]!.numbers;
  expect((await reveal(as, other!.id, ' ')).json.error?.fields).toEqual({ reason: '请填写查看事由' });
  expect((await reveal(await staffToken('finance'), other!.id, '核对')).status).toBe(404);
  expect((await reveal(member, other!.id, '核对')).status).toBe(401);
  const where = { action: 'ticket.number-revealed', targetId: id } as const;
  expect(await AuditEntry.count({ where })).toBe(0);
  expect((await reveal(as, other!.id, '核对换证材料')).json).toEqual({ identityNumber: OTHER });
  const detail = '440***********1238，查看事由：核对换证材料';
  expect(await AuditEntry.findAll({ where })).toMatchObject([{ target: number, detail }]);
  const openings = await api.call(files.listTicketOpenings, { as: member });
  expect(openings.json['items']).toMatchObject([{ ticketId: id, number, what: detail }]);
});

test('the same words with another number in them are not the same message, whatever is masked alike', async () => {
  const { id } = await makeTicket(actor);
  const key = newKey();
  const said = (number: string) =>
    api.call(tickets.addToTicket, { as: member, params: { id }, body: { body: `应为${number}`, idempotencyKey: key } });
  expect((await said(NUMBER)).status).toBe(200);
  expect((await said(NUMBER)).status).toBe(200);
  expect((await said(TWIN)).json.error?.code).toBe('idempotency_conflict');
  expect((await own(id)).messages).toHaveLength(2);
});
/** Masked as NUMBER is. */
const TWIN = '11010119480330002X';

test('a number put into another message does not open, and is gone when the files of its ticket go', async () => {
  const { id } = await makeTicket(actor, { body: `应为${NUMBER}，请核对。` });
  const kept = await TicketNumber.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
  expect(openNumber(kept)).toBe(NUMBER);
  kept.messageId += 1;
  expect(() => openNumber(kept)).toThrow();
  await kept.reload();
  await cancelTicket({ actor, id });
  advanceClock(179 * DAY_MS);
  await expireTicketFiles();
  expect(await TicketNumber.count({ where: { id: kept.id } })).toBe(1);
  advanceClock(2 * DAY_MS);
  await expireTicketFiles();
  expect(await TicketNumber.count({ where: { id: kept.id } })).toBe(0);
});
