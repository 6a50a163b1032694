import type { MessageLine } from './list-messages.ts';
import type { Message, MailData } from './model.ts';
import type { MessageRow } from '../../contract/notifications/endpoints.ts';
import { MESSAGE_TEMPLATES, WECHAT_TEMPLATES } from '../../contract/notifications/enums.ts';
import { toIso } from '../../contract/dates.ts';
import { mayResend } from './policy.ts';
import { maskEmail, maskPhone } from '../../contract/text.ts';

/** A message as staff see it: never its words, its address only in part. */
export function presentMessage(message: MessageLine | Message): MessageRow {
  const { id, template, recipient, state, attempts, lastError, createdAt, sentAt } = message;
  const data = typeof message.data === 'string' ? (JSON.parse(message.data) as MailData) : message.data;
  return {
    id,
    template,
    templateLabel: MESSAGE_TEMPLATES[template],
    recipient: template in WECHAT_TEMPLATES ? '微信' : mask(recipient),
    number: data['number'] ?? '',
    state,
    attempts,
    lastError: hideAddress(lastError, recipient),
    createdAt: toIso(createdAt),
    sentAt: toIso(sentAt),
    can: { resend: mayResend(message) },
  };
}

/** Mail servers repeat the address in their refusals. */
const hideAddress = (text: string, address: string) => text.replaceAll(address, mask(address));

const mask = (recipient: string) => (recipient.includes('@') ? maskEmail(recipient) : maskPhone(recipient));
