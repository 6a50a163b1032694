import type { WechatPhoneProps } from './wechat-phone-props.ts';

/** WeChat vouches for telephone numbers in the mini-program alone: a browser has no such button. */
export const HAS_WECHAT_PHONE = false;
export function WechatPhone(_props: WechatPhoneProps) {
  return null;
}
