import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { sendSms, SmsRefused } from '../../platform/sms/sms.ts';
import type { MailData, Message } from './model.ts';

/**
 * Hands a code to the provider of texts. Throws AppError for what would be refused again, and for a code that is worth
 * nothing any more: a text for nothing costs money and confuses.
 */
export async function deliverText(message: Message, { code = '' }: MailData): Promise<void> {
  const { id, recipient, template, data, createdAt } = message;
  const { minutes = '' } = data;
  if (clock.now() >= createdAt + Number(minutes) * 60_000) {
    throw new AppError('internal', { message: '验证码已过有效期，不再发送' });
  }
  const kind = template === 'reset_text' ? 'reset' : 'confirm';
  try {
    await sendSms({ to: recipient, template: kind, params: [code, minutes], reference: `message-${id}` });
  } catch (error) {
    throw error instanceof SmsRefused ? new AppError('internal', { message: error.message }) : error;
  }
}
