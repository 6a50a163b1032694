import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { ticketDeskEndpoints as desk } from '../../../contract/ticket-desk/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { TicketMessage } from '../model.ts';

useDatabase();
const api = useApi();
beforeAll(() => installShippedHolidays());

test('two at one ticket see each other, and who writes; who sends second reads the first answer before', async () => {
  const { id, version } = await makeTicket(await memberActor({ firmId: (await makeFirm()).id }));
  const [one, other] = [await staffToken('reviewer'), await staffToken('reviewer')];
  const at = async (as: string, isWriting: boolean) =>
    (await api.call(desk.announceAtTicket, { as, params: { id }, body: { isWriting } })).json;
  expect(await at(one, true)).toEqual({ others: [], version });
  expect(await at(other, true)).toMatchObject({ others: [{ isWriting: true }], version });
  expect(await at(one, false)).toMatchObject({ others: [{ isWriting: true }] });
  const answer = (as: string, body: string) =>
    api.call(tickets.answerTicket, { as, params: { id }, body: { version, body, next: 'working' } });
  const both = await Promise.all([answer(one, '请稍候。'), answer(other, '已寄出。')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.json.error).toMatchObject({
    code: 'changed_meanwhile',
    message: '该工单刚有新的内容，请看过后再提交',
  });
  expect(await TicketMessage.count({ where: { ticketId: id, byKind: 'staff' } })).toBe(1);
  // Their pages hear that something was said.
  expect(await at(other, true)).toMatchObject({ version: version + 1 });
  await api.call(desk.leaveTicket, { as: other, params: { id } });
  expect(await at(one, false)).toMatchObject({ others: [] });
});
