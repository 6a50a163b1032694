import { toShanghaiMinute } from '../../contract/dates.ts';
import { log } from '../../platform/log/log.ts';
import { fitValue, sendSubscribeMessage } from '../../platform/wechat/send-subscribe-message.ts';
import { templateOf, type TemplateField } from '../../platform/wechat/templates.ts';
import { openidOfBinding } from '../wechat/mini-programs-of.ts';
import { InboxEntry, type WechatWords } from './model.ts';

/**
 * Sends what an inbox entry says to one WeChat. Throws while WeChat does not answer, so that the job is tried again;
 * anything else is noted and left: the inbox and the mail have told it already.
 */
export async function sendTold({
  bindingId,
  inboxEntryId,
}: {
  bindingId: number;
  inboxEntryId: number;
}): Promise<void> {
  const [openid, told] = [await openidOfBinding(bindingId), await InboxEntry.findByPk(inboxEntryId)];
  const template = told?.wechat && templateOf(told.wechat.matter);
  if (openid === null || !told?.wechat || !template) return;
  const values = valuesOf(told, told.wechat);
  const answer = await sendSubscribeMessage({
    openid,
    templateId: template.id,
    page: miniProgramPage(told.page),
    data: Object.fromEntries(template.fields.map(([key, field]) => [key, fitValue(key, values[field])])),
  });
  if (answer.ok || answer.fault === 'not_allowed') return;
  const { fault, errcode, message } = answer;
  if (fault === 'unreachable' || fault === 'quota') throw new Error(`WeChat: ${fault} ${message}`);
  log.error({ fault, errcode, message, bindingId }, 'a subscribe message was refused');
}

function valuesOf(told: InboxEntry, { number, type, result }: WechatWords): Record<TemplateField, string> {
  return { number, type, result, time: toShanghaiMinute(told.createdAt), remark: told.body };
}

/** Pages of members lie in one subpackage: `application?id=5` → `member/application/index?id=5`. */
function miniProgramPage(page: string): string {
  const [name = '', query = ''] = page.split('?');
  return `member/${name}/index?${query}`;
}
