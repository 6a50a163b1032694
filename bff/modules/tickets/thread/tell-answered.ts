import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { TICKET_STATES } from '../../../contract/tickets/enums.ts';
import { env } from '../../../env.ts';
import { ofTicket } from '../../../subject.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { readContact } from '../../registry/contacts/read-member-contact.ts';
import type { Ticket } from '../model.ts';

/**
 * Tells whoever opened a ticket that there is an answer, in the inbox and to the registered mailbox: never what it says,
 * nor what it is about. A lawyer's mailbox may be one of the firm, which is not to learn of a complaint.
 */
export async function tellAnswered(ticket: Ticket, t: Transaction): Promise<void> {
  const { id, number, state, askerKind, askerId, askerName, accountId } = ticket;
  const who = askerKind === 'firm' ? { firmId: askerId, lawyerId: null } : { firmId: null, lawyerId: askerId };
  const { email } = await readContact(who, t);
  const page = `ticket?id=${id}`;
  const data = { applicant: askerName, number, state: TICKET_STATES[state], url: `${env.PUBLIC_URL}/${page}` };
  const event = 'ticket_answered';
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const mail = { recipient: email, askedBy: accountId, template: event, data } as const;
  const member = { kind: askerKind, id: askerId };
  await tell({ member, event, words, subject: ofTicket(id), page, ...(email !== '' && { mail }) }, t);
}
