import type { Transaction } from 'sequelize';
import type { MailTemplate } from '../../contract/messages.ts';
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
  /** Values for the recipient alone (a code): sealed while they wait, gone afterwards. */
  secret?: MailData;
}

/** What seals a message's secret to its row. */
export const secretContext = (messageId: number) => `messages.secret:${messageId}`;
/** The job that sends a message. */
export const jobKey = (messageId: number) => `message:${messageId}`;

/** Writes a mail and its job in the transaction of what it tells about: sent if and only if that is committed. */
export async function sendLater(mail: OutgoingMail, t: Transaction): Promise<Message> {
  const message = await Message.create(
    {
      channel: 'email',
      recipient: mail.recipient,
      template: mail.template,
      data: mail.data,
      certificateId: mail.certificateId ?? null,
      state: 'waiting',
      lastError: '',
      createdAt: clock.now(),
      sentAt: null,
      attempts: 0,
      secret: null,
    },
    { transaction: t },
  );
  if (mail.secret) {
    await message.update({ secret: seal(JSON.stringify(mail.secret), secretContext(message.id)) }, { transaction: t });
  }
  await enqueue('send-message', { messageId: message.id }, { t, dedupeKey: jobKey(message.id) });
  return message;
}
