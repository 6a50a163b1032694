import type { WechatPhoneProps } from './wechat-phone-props.ts';

/** Only the mini-program has it. */
export const HAS_WECHAT_PHONE = false;
export function WechatPhone(_props: WechatPhoneProps) {
  return null;
}
