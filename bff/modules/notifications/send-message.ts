import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { sendMail } from '../../platform/mailer/mailer.ts';
import { readSettings } from '../settings/read-settings.ts';
import { readIssuedFile } from '../certificates/read-issued-file.ts';
import { composeMail } from './compose-mail.ts';
import { Message } from './model.ts';

/**
 * Sends one written message. Sent ones are left alone; a repetition after a crash between the mail server's yes and our
 * note of it carries the same Message-ID, by which receivers drop it.
 */
export async function sendMessage(messageId: number): Promise<void> {
  const message = await Message.findByPk(messageId, { rejectOnEmpty: true });
  if (message.state === 'sent') return;
  const attached = message.certificateId === null ? null : await readIssuedFile(message.certificateId);
  const { association, registryPhone } = await readSettings();
  await sendMail({
    to: message.recipient,
    ...(await composeMail(message.template, { association, phone: registryPhone, ...message.data })),
    ...(attached && {
      attachments: [
        { filename: `电子证明-${attached.number}.pdf`, content: attached.bytes, contentType: 'application/pdf' },
      ],
    }),
    messageId: `message-${message.id}`,
  });
  await transaction(async (t) => {
    await message.update({ state: 'sent', sentAt: clock.now(), lastError: '' }, { transaction: t });
  });
}

/** Every attempt failed: staff see it and can send it again. */
export async function markMessageFailed(messageId: number, error: Error, t: Transaction): Promise<void> {
  await Message.update(
    { state: 'failed', lastError: error.message },
    { where: { id: messageId, sentAt: null }, transaction: t },
  );
}
