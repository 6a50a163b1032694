import { WECHAT_TEMPLATES, type MessageTemplate } from '../../contract/notifications/enums.ts';
import type { Message } from './model.ts';

/** Mails and texts with a code: valid for minutes and for one person; whoever still needs one asks for another. */
const WITH_CODE = new Set<MessageTemplate>([
  'confirm_code',
  'reset_code',
  'release_code',
  'activation_code',
  'staff_access',
  'confirm_text',
  'reset_text',
  'activate_text',
  'activation_text',
]);

/** WeChat takes one message for each time that somebody allowed it. */
const isByWechat = (template: MessageTemplate) => template in WECHAT_TEMPLATES;

/** Whether staff may have a message sent again. */
export const mayResend = ({ template }: Pick<Message, 'template'>): boolean =>
  !WITH_CODE.has(template) && !isByWechat(template);
