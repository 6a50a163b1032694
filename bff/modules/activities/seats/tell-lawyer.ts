import type { Transaction } from 'sequelize';
import { INBOX_EVENTS, type InboxEvent } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { ofRegistration } from '../../../subject.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import type { Activity, Registration } from '../model.ts';
import { inWords } from '../rules.ts';
import { readLawyer } from './read-lawyer.ts';

const pageOf = ({ id }: Activity) => `activity?id=${id}`;

/** What the templates of activities are filled with. */
export const messageData = ({ activity, name, news }: { activity: Activity; name: string; news: string }) => ({
  applicant: name,
  title: activity.title,
  begins: inWords(activity.beginsAt),
  place: activity.place,
  news,
  url: `${env.PUBLIC_URL}/${pageOf(activity)}`,
});

/**
 * Tells a lawyer what became of a registration, in the inbox and by mail. The link only opens the page: what is to be
 * confirmed is confirmed there.
 * @param told.news a whole sentence
 */
export async function tellLawyer(
  told: {
    activity: Activity;
    registration: Registration;
    event: Extract<InboxEvent, `activity_${string}`>;
    news: string;
  },
  t: Transaction,
): Promise<void> {
  const { activity, registration, event, news } = told;
  const { name, email } = await readLawyer(registration.lawyerId, t);
  const data = messageData({ activity, name, news });
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const mail = { recipient: email, askedBy: registration.accountId, template: event, data } as const;
  const member = { kind: 'lawyer', id: registration.lawyerId } as const;
  const subject = ofRegistration(registration.id);
  await tell({ member, event, words, subject, page: pageOf(activity), ...(email !== '' && { mail }) }, t);
}
