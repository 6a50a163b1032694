import type { TextTemplate } from '../../../contract/notifications/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { PermanentFailure } from '../../../platform/jobs/permanent-failure.ts';
import { sendSms, SmsRefused, wasTaken, type SmsTemplate } from '../../../platform/sms/sms.ts';
import type { MailData, Message } from '../model.ts';

/** Which of the provider's templates carries which text of ours. */
const TEMPLATES: Record<TextTemplate, SmsTemplate> = {
  confirm_text: 'confirm',
  reset_text: 'reset',
  activate_text: 'activate',
  activation_text: 'activation',
  notice_text: 'notice',
  cancelled_text: 'cancelled',
  due_text: 'due',
};

/**
 * Hands a text to the provider. Throws PermanentFailure for what would be refused again, and for a code that is worth nothing
 * any more: a text for nothing costs money and confuses.
 * @param isUnsure an earlier attempt died before it noted how it went: the provider is asked first
 */
export async function deliverText(message: Message, { code = '' }: MailData, isUnsure: boolean): Promise<void> {
  const { id, recipient, data, createdAt } = message;
  const { minutes } = data;
  if (minutes !== undefined && clock.now() >= createdAt + Number(minutes) * 60_000) {
    throw new PermanentFailure('验证码已过有效期，不再发送');
  }
  const kind = TEMPLATES[message.template as TextTemplate];
  const params = placesOf(kind, code, data);
  try {
    const reference = `message-${id}`;
    if (isUnsure && (await wasTaken({ to: recipient, reference }, createdAt))) return;
    await sendSms({ to: recipient, template: kind, params, reference });
  } catch (error) {
    throw error instanceof SmsRefused ? new PermanentFailure(error.message, { cause: error }) : error;
  }
}

/** What stands in the places of a template. */
function placesOf(kind: SmsTemplate, code: string, { minutes = '', what = '', when = '' }: MailData) {
  switch (kind) {
    case 'notice':
      return [what];
    case 'cancelled':
    case 'due':
      return [cut(what), when];
    case 'activation':
      return halvesOf(code);
    default:
      return [code, minutes];
  }
}

const PLACE = 12;
const cut = (words: string): string => {
  const characters = [...words];
  return characters.length <= PLACE ? words : `${characters.slice(0, PLACE - 1).join('')}…`;
};

/** A place of a template takes twelve characters: `abcd-efgh-ijkl-mnop` goes into two. */
function halvesOf(code: string): string[] {
  const groups = code.split('-');
  return [groups.slice(0, 2).join('-'), groups.slice(2).join('-')];
}
