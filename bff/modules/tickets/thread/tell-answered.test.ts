import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { TICKET_EVENTS } from '../../../contract/tickets/enums.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { OwnTicket, TicketDetail } from '../../../contract/tickets/replies.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { MailRecipient } from '../../recipients/model.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { Ticket } from '../model.ts';

useDatabase();
const api = useApi();
beforeAll(() => installShippedHolidays());

test('both sides read in words that a mailbox took no more mails about a ticket', async () => {
  const firmId = (await makeFirm()).id;
  const { id } = await makeTicket(await memberActor({ firmId }));
  const answer = async (body: string) => {
    const { version } = await Ticket.findByPk(id, { rejectOnEmpty: true });
    await answerTicket({ actor: staffActor('reviewer'), id, input: { version, next: 'working', body } });
  };
  await answer('正在查询，稍后答复。');
  await MailRecipient.update({ counted: 1_000_000 }, { where: {} });
  await answer('已经寄出，请注意查收。');
  const own = await api.call(tickets.showOwnTicket, { as: await memberToken({ firmId }), params: { id } });
  const seen = await api.call(tickets.showTicket, { as: await staffToken('reviewer'), params: { id } });
  for (const { timeline } of [own.json, seen.json] as unknown as (OwnTicket | TicketDetail)[]) {
    expect(timeline.map(({ event }) => TICKET_EVENTS[event])).toEqual(['提交工单', '答复', '答复', '邮件未发送']);
  }
});
