import type { Transaction } from 'sequelize';
import type { MailTemplate } from '../../contract/notifications/enums.ts';
import type { Timelines } from '../../contract/timeline/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import { encrypt } from '../../platform/crypto/encryption.ts';
import type { Message, MailData } from './model.ts';
import { queueMessage } from './write-message.ts';

/** A stored file that goes with a mail. */
export interface AttachedFile {
  storageKey: string;
  /** Name outside. */
  fileName: string;
  /** Sent whatever its size; otherwise the mail goes without a large one and says where to find it. */
  isEssential: boolean;
}
export interface OutgoingMail {
  recipient: string;
  template: MailTemplate;
  data: MailData;
  file?: AttachedFile;
  /** What it tells about, whose timeline says so when it is not sent. */
  subject?: SubjectRef<keyof Timelines> | null;
  /** Absent: at once. */
  sentFrom?: number | undefined;
  /** Values for the recipient alone (a code): encrypted while they wait, gone afterwards. */
  secret?: MailData;
}

/** What ties the encrypted secret of a message to its row. */
export const secretContext = (messageId: number) => `messages.secret:${messageId}`;

/** Writes a mail and its job in the transaction of what it tells about: sent if and only if that is committed. */
export async function sendLater(mail: OutgoingMail, t: Transaction): Promise<Message> {
  const message = await queueMessage(messageOf(mail), t, mail.sentFrom);
  if (!mail.secret) return message;
  return message.update(
    { secret: encrypt(JSON.stringify(mail.secret), secretContext(message.id)) },
    { transaction: t },
  );
}

/** The row of a mail. */
export const messageOf = ({ recipient, template, data, file, subject }: OutgoingMail) => ({
  channel: 'email' as const,
  recipient,
  template,
  data,
  storageKey: file?.storageKey ?? null,
  fileName: file?.fileName ?? null,
  isFileEssential: file?.isEssential ?? false,
  subjectKind: subject?.kind ?? null,
  subjectId: subject?.id ?? null,
});
