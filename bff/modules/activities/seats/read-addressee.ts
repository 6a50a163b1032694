import type { Transaction } from 'sequelize';
import type { InboxEvent } from '../../../contract/notifications/enums.ts';
import { waysFor, type Ways } from '../../notifications/notice-choices.ts';
import { decideMail, type Addressed } from '../../outbox/address-mail.ts';
import { readLawyer, type LawyerRow } from './read-lawyer.ts';

/** What lawyers are told of activities. */
export type ActivityEvent = Extract<InboxEvent, `activity_${string}`>;

/** Who is told of a registration, and how: all that telling has to read, and to count. */
export interface Addressee {
  lawyer: LawyerRow;
  /** What becomes of the mail; null: there is no address, or the lawyer wants none. */
  askedBy: Addressed | null;
  ways: Ways;
}

/** For one thing that is told: its mail is counted. Throws `not_found`. `lawyer`: where it has been read. */
export async function readAddressee(
  told: { lawyerId: number; accountId: number; event: ActivityEvent; lawyer?: LawyerRow },
  t: Transaction,
): Promise<Addressee> {
  const { lawyerId, accountId, event } = told;
  const lawyer = told.lawyer ?? (await readLawyer(lawyerId, t));
  const ways = await waysFor({ member: { kind: 'lawyer', id: lawyerId }, event }, t);
  const isMailed = lawyer.email !== '' && ways.byMail;
  const askedBy = isMailed ? await decideMail({ recipient: lawyer.email, askedBy: accountId }, t) : null;
  return { lawyer, askedBy, ways };
}
