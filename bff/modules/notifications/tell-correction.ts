import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { env } from '../../env.ts';
import type { Events } from '../../events.ts';
import { ofCorrection } from '../../subject.ts';
import { composeLine } from '../outbox/compose-mail.ts';
import { tell } from './tell.ts';

/**
 * Tells whoever asked for a correction what became of it, in the inbox and to the registered mailbox; neither says the
 * values. Follows `correction.decided`.
 */
export async function tellCorrection(decided: Events['correction.decided'], t: Transaction): Promise<void> {
  const { requestId, asker, accountId, askerName, email, what, result, opinion } = decided;
  const page = `correction?id=${requestId}`;
  const data = { applicant: askerName, what, result, opinion: opinion || '无', url: `${env.PUBLIC_URL}/${page}` };
  const event = 'correction_decided';
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const mail = { recipient: email, askedBy: accountId, template: event, data } as const;
  await tell({ member: asker, event, words, subject: ofCorrection(requestId), page, ...(email !== '' && { mail }) }, t);
}
