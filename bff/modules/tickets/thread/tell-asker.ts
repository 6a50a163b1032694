import type { Transaction } from 'sequelize';
import { INBOX_EVENTS, type InboxEvent } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { ofTicket } from '../../../subject.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { readContact } from '../../registry/contacts/read-member-contact.ts';
import type { Ticket } from '../model.ts';

/**
 * Tells whoever opened a ticket of something, in the inbox, to the registered mailbox, and of an answer by WeChat: never
 * what is said in it, nor what it is about. A lawyer's mailbox may be one of the firm, which is not to learn of a complaint.
 * @param told.words what the templates of the event name besides the number
 */
export async function tellAsker(
  told: { ticket: Ticket; event: Extract<InboxEvent, `ticket_${string}`>; words: Record<string, string> },
  t: Transaction,
): Promise<void> {
  const { ticket, event } = told;
  const { id, number, askerKind, askerId, askerName, accountId } = ticket;
  const who = askerKind === 'firm' ? { firmId: askerId, lawyerId: null } : { firmId: null, lawyerId: askerId };
  const { email } = await readContact(who, t);
  const page = `ticket?id=${id}`;
  const data = { applicant: askerName, number, url: `${env.PUBLIC_URL}/${page}`, ...told.words };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const mail = { recipient: email, askedBy: accountId, template: event, data } as const;
  const member = { kind: askerKind, id: askerId };
  const answered = { matter: 'answered', number, type: '工单', result: '已答复' } as const;
  const ways = { ...(email !== '' && { mail }), ...(event === 'ticket_answered' && { wechat: answered }) };
  await tell({ member, event, words, subject: ofTicket(id), page, ...ways }, t);
}
