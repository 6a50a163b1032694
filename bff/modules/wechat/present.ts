import { toIso } from '../../contract/dates.ts';
import type { WechatBindingReply } from '../../contract/wechat/endpoints.ts';
import { env } from '../../env.ts';
import type { WechatBinding } from './model.ts';

/** A binding as its account sees it: the openid is nobody's business. */
export function presentBinding(binding: WechatBinding, currentId: number | null): WechatBindingReply {
  return {
    id: binding.id,
    label: binding.label,
    place: binding.appid === env.WECHAT_APPID ? 'mini-program' : 'web',
    boundAt: toIso(binding.boundAt),
    lastUsedAt: toIso(binding.lastUsedAt),
    isCurrent: binding.id === currentId,
  };
}
