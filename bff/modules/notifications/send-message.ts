import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { open } from '../../platform/crypto/sealed.ts';
import { MailRefused, sendMail } from '../../platform/mailer/mailer.ts';
import { readIssuedFile } from '../certificates/read-issued-file.ts';
import { readSettings } from '../settings/read-settings.ts';
import { composeMail } from './compose-mail.ts';
import { Message, type MailData } from './model.ts';
import { secretContext } from './send-later.ts';

/** What of an error staff read; the stack stays in the log. */
const ERROR_LENGTH = 500;

/**
 * Sends one written message. Sent ones are left alone; a repetition after a crash between the mail server's yes and our
 * note of it carries the same Message-ID, by which receivers drop it. What the mail server refuses for good is not
 * tried again (AppError).
 */
export async function sendMessage(messageId: number): Promise<void> {
  const message = await Message.findByPk(messageId, { rejectOnEmpty: true });
  if (message.state === 'sent') return;
  await message.increment('attempts');
  try {
    await deliver(message);
  } catch (error) {
    const lastError = describe(error);
    await Message.update({ lastError }, { where: { id: messageId, sentAt: null } });
    throw error instanceof MailRefused ? new AppError('internal', { message: lastError }) : error;
  }
  await message.update({ state: 'sent', sentAt: clock.now(), lastError: '', secret: null });
}

async function deliver(message: Message): Promise<void> {
  const attached = message.certificateId === null ? null : await readIssuedFile(message.certificateId);
  const { association, registryPhone } = await readSettings();
  const data = { association, phone: registryPhone, ...message.data, ...secretOf(message) };
  await sendMail({
    to: message.recipient,
    ...(await composeMail(message.template, data)),
    ...(attached && {
      attachments: [
        { filename: `电子证明-${attached.number}.pdf`, content: attached.bytes, contentType: 'application/pdf' },
      ],
    }),
    messageId: `message-${message.id}`,
  });
}

function secretOf({ id, secret }: Message): MailData {
  return secret === null ? {} : (JSON.parse(open(secret, secretContext(id))) as MailData);
}

const describe = (error: unknown) =>
  [...(error instanceof Error ? error.message : String(error))].slice(0, ERROR_LENGTH).join('');

/** Every attempt failed: staff see it and can send it again. A code that nobody got is worth nothing any more. */
export async function markMessageFailed(messageId: number, error: Error, t: Transaction): Promise<void> {
  await Message.update(
    { state: 'failed', lastError: describe(error), secret: null },
    { where: { id: messageId, sentAt: null }, transaction: t },
  );
}
