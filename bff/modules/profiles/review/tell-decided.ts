import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { ofProfile } from '../../../subject.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import type { Profile } from '../model.ts';

/**
 * Tells a lawyer in the inbox that the profile was reviewed, never what was said of it. No mail: a registered mailbox may be
 * one of the firm, which learns nothing of a rejection.
 */
export async function tellDecided(
  { profile, isApproved, name }: { profile: Profile; isApproved: boolean; name: string },
  t: Transaction,
): Promise<void> {
  const event = 'profile_decided';
  const result = isApproved ? '审核通过' : '有内容需要修改';
  const data = { applicant: name, result, url: `${env.PUBLIC_URL}/profile` };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const member = { kind: 'lawyer', id: profile.lawyerId } as const;
  await tell({ member, event, words, subject: ofProfile(profile.id), page: 'profile' }, t);
}
