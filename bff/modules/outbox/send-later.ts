import type { Transaction } from 'sequelize';
import type { MailTemplate } from '../../contract/notifications/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { seal } from '../../platform/crypto/sealed.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { Message, type MailData } from './model.ts';

export interface OutgoingMail {
  recipient: string;
  template: MailTemplate;
  data: MailData;
  /** The certificate whose file is attached. */
  certificateId?: number;
  /** The application it tells about, whose page says so when it is not sent. */
  applicationId?: number;
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
      certificateId: mail.certificateId ?? null,
      applicationId: mail.applicationId ?? null,
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
