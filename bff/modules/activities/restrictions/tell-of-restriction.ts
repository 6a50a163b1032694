import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { findAccountOf } from '../../accounts/find-account-of-member.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import { readLawyer } from '../seats/read-lawyer.ts';

const EVENT = 'activity_restricted';
const PAGE = 'activityLimits';

/** Tells a lawyer what follows from absences, in the inbox and by mail. @param told.news whole sentences */
export async function tellOfRestriction(
  { lawyerId, news }: { lawyerId: number; news: string },
  t: Transaction,
): Promise<void> {
  const { name, email } = await readLawyer(lawyerId, t);
  const data = { applicant: name, news, url: `${env.PUBLIC_URL}/activity-limits` };
  const words = { title: INBOX_EVENTS[EVENT], body: await composeLine(EVENT, 'inbox.txt', data) };
  const member = { kind: 'lawyer', id: lawyerId } as const;
  const { id: askedBy } = await findAccountOf(member, t);
  const mail = { recipient: email, askedBy, template: EVENT, data } as const;
  await tell({ member, event: EVENT, words, subject: null, page: PAGE, ...(email !== '' && { mail }) }, t);
}
