import { failed, type WechatAnswer } from './answer.ts';
import { askAs } from './access-token.ts';
import { credentialsOf } from './apps.ts';
import { ask } from './ask.ts';

/** A person, as one of our apps knows them. */
export interface WechatIdentity {
  appid: string;
  openid: string;
  /** The same at all apps of one company; only where the account is joined to the open platform. */
  unionid: string | null;
}

/**
 * Who holds the phone on which wx.login gave `code` (jscode2session). The session_key in the reply is dropped here: it
 * would open what the client encrypts, and nothing of ours is encrypted that way.
 */
export async function identifyByLoginCode(code: string): Promise<WechatAnswer<WechatIdentity>> {
  const credentials = credentialsOf('mini-program');
  if (!credentials) return failed('not_configured', 'mini-program');
  const { appid, secret } = credentials;
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' });
  return identity(appid, await ask(`/sns/jscode2session?${query.toString()}`));
}

/** Who opened the page inside WeChat, by the code of a web authorisation with scope snsapi_base. */
export async function identifyByWebCode(code: string): Promise<WechatAnswer<WechatIdentity>> {
  const credentials = credentialsOf('web');
  if (!credentials) return failed('not_configured', 'web');
  const { appid, secret } = credentials;
  const query = new URLSearchParams({ appid, secret, code, grant_type: 'authorization_code' });
  return identity(appid, await ask(`/sns/oauth2/access_token?${query.toString()}`));
}

function identity(
  appid: string,
  answer: WechatAnswer<{ openid?: string; unionid?: string }>,
): WechatAnswer<WechatIdentity> {
  if (!answer.ok) return answer;
  const { openid, unionid } = answer.value;
  if (!openid) return failed('unreachable', 'no openid');
  return { ok: true, value: { appid, openid, unionid: unionid ?? null } };
}

/** The number behind a code of the phone-number button, without country code (only +86 is answered). */
export async function readPhoneNumber(code: string): Promise<WechatAnswer<string>> {
  const answer = await askAs<{ phone_info: { purePhoneNumber: string; countryCode: string } }>(
    'mini-program',
    '/wxa/business/getuserphonenumber',
    { code },
  );
  if (!answer.ok) return answer;
  const { purePhoneNumber, countryCode } = answer.value.phone_info;
  if (countryCode !== '86') return failed('rejected', `country ${countryCode}`);
  return { ok: true, value: purePhoneNumber };
}
