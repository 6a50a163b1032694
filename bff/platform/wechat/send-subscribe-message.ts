import type { WechatAnswer } from './answer.ts';
import { askAs } from './access-token.ts';

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page of the mini-program that a tap opens, without a slash in front. */
  page: string;
  /** Key of the template (`thing2`) → value within its limits (`fitValue`). */
  data: Record<string, string>;
}

/** Hands one message to WeChat. `not_allowed`: the person has not said yes, or has said no since. */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<WechatAnswer<unknown>> {
  return askAs('mini-program', '/cgi-bin/message/subscribe/send', {
    touser: message.openid,
    template_id: message.templateId,
    page: message.page,
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    data: Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }])),
  });
}

/** Characters that a kind of value may have (「订阅消息参数值内容限制说明」); longer values are refused as a whole. */
const LIMITS: Record<string, number> = { thing: 20, character_string: 32, phrase: 5, name: 10 };

/** Cuts a value to what its kind allows, with an ellipsis where one may stand. */
export function fitValue(key: string, value: string): string {
  const limit = LIMITS[key.replace(/\d+$/, '')];
  const characters = [...value.replace(/\s+/g, ' ').trim()];
  if (limit === undefined || characters.length <= limit) return characters.join('');
  return key.startsWith('thing') ? `${characters.slice(0, limit - 1).join('')}…` : characters.slice(0, limit).join('');
}
