import { env } from '../../env.ts';

/**
 * Where a page inside WeChat goes to learn who opened it (snsapi_base: nobody is asked). WeChat comes back to
 * `redirectUri` with code and state. null: this installation has no official account.
 */
export function authoriseUrl({ redirectUri, state }: { redirectUri: string; state: string }): string | null {
  if (!env.WECHAT_WEB_APPID) return null;
  // In this order: WeChat is documented to look at it.
  const query = new URLSearchParams([
    ['appid', env.WECHAT_WEB_APPID],
    ['redirect_uri', redirectUri],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', state],
  ]);
  return `${env.WECHAT_AUTHORIZE_URL}?${query.toString()}#wechat_redirect`;
}
