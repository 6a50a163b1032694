import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { Message, type MailData } from './model.ts';

/** Writes a mail and its job in the transaction of what it tells about: sent if and only if that is committed. */
export async function sendLater(
  mail: { recipient: string; template: string; data: MailData; certificateId?: number },
  t: Transaction,
): Promise<void> {
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
    },
    { transaction: t },
  );
  await enqueue('send-message', { messageId: message.id }, { t, dedupeKey: `message:${message.id}` });
}
