import { env } from '../../env.ts';

/** An account of ours at WeChat: the mini-program, or the official account for pages inside WeChat. */
export type WechatApp = 'mini-program' | 'web';

/** AppID and AppSecret, or null when this installation has none. */
export function credentialsOf(app: WechatApp): { appid: string; secret: string } | null {
  const [appid, secret] =
    app === 'mini-program' ? [env.WECHAT_APPID, env.WECHAT_SECRET] : [env.WECHAT_WEB_APPID, env.WECHAT_WEB_SECRET];
  return appid && secret ? { appid, secret } : null;
}
