import type { Transaction } from 'sequelize';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { env } from '../../env.ts';
import { findAccountOf } from '../accounts/find-account-of-member.ts';
import { tell } from '../notifications/tell.ts';
import { composeLine } from '../outbox/compose-mail.ts';
import type { Lawyer } from '../registry/model.ts';

const RESULTS = { pass: '已通过，照片已启用', refuse: '未通过，请重新提交' } as const;

/** Tells a lawyer what became of a photo that staff looked at, in the inbox and to the registered mailbox. */
export async function tellDecided(
  { lawyer, verdict, opinion }: { lawyer: Lawyer; verdict: keyof typeof RESULTS; opinion: string },
  t: Transaction,
): Promise<void> {
  const event = 'photo_decided';
  const data = {
    applicant: lawyer.name,
    result: RESULTS[verdict],
    opinion: opinion || '无',
    url: `${env.PUBLIC_URL}/photo`,
  };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const member = { kind: 'lawyer', id: lawyer.id } as const;
  const { id: askedBy } = await findAccountOf(member, t);
  const mail = { recipient: lawyer.email, askedBy, template: event, data } as const;
  const to = { member, event, words, subject: null, page: 'photo', ...(lawyer.email !== '' && { mail }) } as const;
  await tell(to, t);
}
