import type { Transaction } from 'sequelize';
import type { MailTemplate } from '../../contract/notifications/enums.ts';
import type { Timelines } from '../../contract/timeline/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import { clock } from '../../platform/clock/clock.ts';
import { seal } from '../../platform/crypto/sealed.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { Message, type MailData } from './model.ts';

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
  /** Values for the recipient alone (a code): sealed while they wait, gone afterwards. */
  secret?: MailData;
}

/** What seals a message's secret to its row. */
export const secretContext = (messageId: number) => `messages.secret:${messageId}`;
/** The job that sends a message. */
export const jobKey = (messageId: number) => `message:${messageId}`;

/** Writes a mail and its job in the transaction of what it tells about: sent if and only if that is committed. */
export async function sendLater(mail: OutgoingMail, t: Transaction): Promise<Message> {
  const message = await writeMessage(mail, { state: 'waiting', lastError: '' }, t);
  if (mail.secret) {
    await message.update({ secret: seal(JSON.stringify(mail.secret), secretContext(message.id)) }, { transaction: t });
  }
  await enqueue('send-message', { messageId: message.id }, { t, dedupeKey: jobKey(message.id) });
  return message;
}

/** Writes a mail that waits for its job, or one that is not sent and why. */
export async function writeMessage(
  mail: OutgoingMail,
  { state, lastError }: Pick<Message, 'state' | 'lastError'>,
  t: Transaction,
): Promise<Message> {
  return Message.create(
    {
      channel: 'email',
      recipient: mail.recipient,
      template: mail.template,
      data: mail.data,
      storageKey: mail.file?.storageKey ?? null,
      fileName: mail.file?.fileName ?? null,
      isFileEssential: mail.file?.isEssential ?? false,
      subjectKind: mail.subject?.kind ?? null,
      subjectId: mail.subject?.id ?? null,
      state,
      lastError,
      createdAt: clock.now(),
      sentAt: null,
      attempts: 0,
      secret: null,
    },
    { transaction: t },
  );
}
