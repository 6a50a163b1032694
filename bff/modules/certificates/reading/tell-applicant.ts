import type { Transaction } from 'sequelize';
import { MEMBER_EVENTS, type MemberEvent, type TemplateMatter } from '../../../contract/notifications/enums.ts';
import { env } from '../../../env.ts';
import { ofApplication } from '../../../subject.ts';
import { tell } from '../../notifications/tell.ts';
import { composeLine } from '../../outbox/compose-mail.ts';
import type { AttachedFile } from '../../outbox/send-later.ts';
import { readContact, readTypeLabel } from './read-contact.ts';

/** What each event tells beside type and number; the placeholders of its templates. */
interface EventFacts {
  /** `paper`: what is to be paid for it, and until when; '' for nothing. */
  approved: { paper: string };
  rejected: { opinion: string };
  returned: { reason: string; request: string; lastDay: string };
  lapsed: { request: string };
  paper_ready: { place: string; hours: string };
  paper_mailed: { courier: string; trackingNo: string };
  paper_collected: object;
  paper_refunded: { amount: string };
  paper_lapsed: object;
  revoked: { reason: string };
  replaced: { reason: string; newNumber: string };
  upheld: object;
}

/** An event with exactly the facts it needs. */
export type ApplicantNotice = {
  [E in MemberEvent]: {
    event: E;
    applicationId: number;
    /** What the mail carries. */
    file?: AttachedFile;
  } & (object extends EventFacts[E] ? { facts?: EventFacts[E] } : { facts: EventFacts[E] });
}[MemberEvent];

/** By which template WeChat tells of it, and in which word of five characters at most. */
const BY_WECHAT: Record<MemberEvent, { matter: TemplateMatter; result: string }> = {
  approved: { matter: 'decided', result: '已出具' },
  rejected: { matter: 'decided', result: '未通过' },
  returned: { matter: 'decided', result: '须补正' },
  lapsed: { matter: 'decided', result: '已关闭' },
  paper_ready: { matter: 'paper', result: '可领取' },
  paper_mailed: { matter: 'paper', result: '已寄出' },
  paper_collected: { matter: 'paper', result: '已领取' },
  paper_refunded: { matter: 'paper', result: '已退款' },
  paper_lapsed: { matter: 'paper', result: '已取消' },
  revoked: { matter: 'standing', result: '已撤销' },
  replaced: { matter: 'standing', result: '已更正' },
  upheld: { matter: 'standing', result: '仍有效' },
};

/** Tells a member what became of an application, in the transaction of what it tells about. */
export async function tellApplicant(notice: ApplicantNotice, t: Transaction): Promise<void> {
  const { event, applicationId, facts, file } = notice;
  const { typeId, kind, id, name, number, email, accountId } = await readContact(applicationId, t);
  const type = await readTypeLabel(typeId, t);
  const page = `application?id=${applicationId}`;
  const data = { applicant: name, type, number, url: `${env.PUBLIC_URL}/${page}`, ...facts };
  const mail = { recipient: email, askedBy: accountId, template: event, data, ...(file && { file }) };
  await tell(
    {
      member: { kind, id },
      event,
      words: { title: MEMBER_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) },
      subject: ofApplication(applicationId),
      page,
      wechat: { ...BY_WECHAT[event], number, type },
      ...(email !== '' && { mail }),
    },
    t,
  );
}
