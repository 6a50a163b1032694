import type { Transaction } from 'sequelize';
import { MEMBER_EVENTS, type MemberEvent } from '../../contract/notifications/enums.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { readContact } from '../certificates/reading/read-contact.ts';
import { tellByWechat } from '../wechat/tell-by-wechat.ts';
import { addressMail } from '../outbox/address-mail.ts';
import { composeLine } from '../outbox/compose-mail.ts';
import { noteRefusal } from '../outbox/note-refusal.ts';
import { InboxEntry } from './model.ts';

/** What each event tells beside type and number; the placeholders of its templates. */
interface EventFacts {
  approved: object;
  rejected: { opinion: string };
  paper_ready: { place: string; hours: string };
  paper_mailed: { courier: string; trackingNo: string };
  paper_collected: object;
  revoked: { reason: string };
  replaced: { reason: string; newNumber: string };
}

/** An event with exactly the facts it needs. */
export type MemberNotice = {
  [E in MemberEvent]: {
    event: E;
    application: { id: number; number: string; typeLabel: string };
    /** The certificate whose file the mail carries. */
    certificateId?: number;
  } & (object extends EventFacts[E] ? { facts?: EventFacts[E] } : { facts: EventFacts[E] });
}[MemberEvent];

/**
 * Tells a member what became of an application: always in the inbox, by mail where the application has an address.
 * Written in the transaction of what it tells about, so that both happen or neither; the mail is sent by a job.
 */
export async function notifyMember(notice: MemberNotice, t: Transaction): Promise<void> {
  const { event, application, facts, certificateId } = notice;
  const contact = await readContact(application.id, t);
  const data = {
    applicant: contact.name,
    type: application.typeLabel,
    number: application.number,
    url: `${env.PUBLIC_URL}/application?id=${application.id}`,
    ...facts,
  };
  const entry = await InboxEntry.create(
    {
      memberKind: contact.kind,
      memberId: contact.id,
      event,
      title: MEMBER_EVENTS[event],
      body: await composeLine(event, 'inbox.txt', data),
      applicationId: application.id,
      createdAt: clock.now(),
      readAt: null,
    },
    { transaction: t },
  );
  await tellByWechat({ event, member: contact, inboxEntryId: entry.id }, t);
  if (contact.email === '') return;
  const attached = certificateId === undefined ? {} : { certificateId };
  const mail = { recipient: contact.email, template: event, data, applicationId: application.id, ...attached };
  const { state, lastError } = await addressMail({ ...mail, askedBy: contact.accountId }, t);
  if (state === 'refused') await noteRefusal({ applicationId: application.id, address: contact.email, lastError }, t);
}
