import type { TemplateMatter } from '../../contract/notifications/enums.ts';
import { PermanentFailure } from '../../platform/jobs/permanent-failure.ts';
import { fitValue, sendSubscribeMessage } from '../../platform/wechat/send-subscribe-message.ts';
import { templateOf } from '../../platform/wechat/templates.ts';
import type { Message } from './model.ts';

/**
 * Hands a subscribe message to WeChat; answers whether its recipient has allowed it. Throws while WeChat does not answer,
 * so that the job is tried again, and PermanentFailure for what it refuses: inbox and mail have told it already.
 */
export async function deliverWechat({ recipient, template: name, data }: Message): Promise<boolean> {
  const template = templateOf(name.replace('wechat_', '') as TemplateMatter);
  if (!template) throw new PermanentFailure('该类消息的微信模板已停用');
  const answer = await sendSubscribeMessage({
    openid: recipient,
    templateId: template.id,
    page: data['page'] ?? '',
    data: Object.fromEntries(template.fields.map(([key, field]) => [key, fitValue(key, data[field] ?? '')])),
  });
  if (answer.ok) return true;
  const { fault, errcode, message } = answer;
  if (fault === 'not_allowed') return false;
  const words = `微信：${fault} ${errcode ?? ''} ${message}`;
  throw fault === 'unreachable' || fault === 'quota' ? new Error(words) : new PermanentFailure(words);
}
