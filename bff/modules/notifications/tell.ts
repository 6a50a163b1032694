import type { Transaction } from 'sequelize';
import type { InboxEvent, MailTemplate } from '../../contract/notifications/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import type { Timelines } from '../../contract/timeline/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { createRow } from '../../platform/db/prepared.ts';
import type { SubjectRef } from '../../subject.ts';
import { addressMail, type Addressed } from '../outbox/address-mail.ts';
import type { MailData } from '../outbox/model.ts';
import { noteRefusal } from '../outbox/note-refusal.ts';
import type { AttachedFile } from '../outbox/send-later.ts';
import { InboxEntry } from './model.ts';
import { waysFor, type Ways } from './notice-choices.ts';
import { tellByWechat, type WechatWords } from './tell-by-wechat.ts';

/** What a member is told, in whole sentences; nothing is loaded here. */
export interface Telling {
  member: { kind: SubjectKind; id: number };
  event: InboxEvent;
  /** The entry of the inbox. */
  words: { title: string; body: string };
  /** What it is about; null: nothing that has a page of its own. */
  subject: SubjectRef<keyof Timelines> | null;
  /** Where it leads in the member client: `application?id=5`; '' for nowhere. */
  page: string;
  /** Absent: nothing is mailed. */
  mail?: {
    recipient: string;
    /** The account that gave the address, or what has been decided of the mail. */
    askedBy: number | Addressed;
    template: MailTemplate;
    data: MailData;
    file?: AttachedFile;
  };
  /** Absent: nothing goes to WeChat. */
  wechat?: WechatWords;
  /** Before that instant nothing is mailed or goes to WeChat; absent: at once. */
  sentFrom?: number;
  /** How the member wants to be told, where it has been read; absent: it is read. */
  ways?: Ways;
}

/**
 * Tells a member: always in the inbox, by mail where there is an address, by WeChat where it is bound, unless
 * the member wants neither of this kind. Written in the
 * transaction of what it tells about, so that both happen or neither; mail and WeChat are sent by jobs. A mailbox that
 * takes no more is noted in the timeline of the subject.
 */
export async function tell(telling: Telling, t: Transaction): Promise<void> {
  const { member, event, words, subject, page, mail, wechat, ways, sentFrom } = telling;
  await createRow(
    InboxEntry,
    {
      memberKind: member.kind,
      memberId: member.id,
      event,
      title: words.title,
      body: words.body,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      page,
      createdAt: clock.now(),
      readAt: null,
    },
    t,
  );
  if (!wechat && !mail) return;
  const { byMail, byWechat } = ways ?? (await waysFor({ member, event }, t));
  if (wechat && byWechat) await tellByWechat({ words: wechat, remark: words.body, member, page, subject, sentFrom }, t);
  if (!mail || !byMail) return;
  const { state, lastError } = await addressMail({ ...mail, subject, sentFrom }, t);
  if (state === 'refused' && subject) await noteRefusal({ subject, address: mail.recipient, lastError }, t);
}
