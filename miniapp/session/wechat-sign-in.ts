import type { SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import { wechatEndpoints } from '../../bff/contract/wechat/endpoints.ts';
import type { WechatProof } from '../../bff/contract/wechat/schemas.ts';
import { call } from '../api/client.ts';
import { SESSION_TOKEN_IN } from '../platform/account/session-token.ts';
import { leaveForWechat, wechatCode, wechatWay } from '../platform/account/sign-in.ts';
import type { WhileAway } from '../platform/signatures.ts';

/** The session of the account that this WeChat is bound to. Throws ApiError, `wechat_not_bound` among others. */
export async function askByWechat(proof?: WechatProof): Promise<SessionReply> {
  return call(wechatEndpoints.signInByWechat, {
    body: { proof: proof ?? { code: await wechatCode() }, tokenIn: SESSION_TOKEN_IN },
  });
}

/** Proves the account by password, with login or phone-number code, and binds this WeChat to it. Throws ApiError. */
export async function askBinding(proven: {
  login?: string;
  password: string;
  phoneCode?: string;
  label?: string;
}): Promise<SessionReply> {
  const proof = { code: await wechatCode() };
  return call(wechatEndpoints.bindWechat, { body: { ...proven, proof, tokenIn: SESSION_TOKEN_IN } });
}

/** Binds this WeChat to the account that is signed in; on a page inside WeChat by the detour. Throws ApiError. */
export async function bindThisWechat(back: string): Promise<void> {
  if (wechatWay() === 'detour') return goByDetour('bind', back);
  await call(wechatEndpoints.addWechatBinding, { body: { proof: { code: await wechatCode() } } });
}

/** Leaves for WeChat, which leads back to the page `wechat`. Throws ApiError. */
export async function goByDetour(purpose: WhileAway['purpose'], back: string): Promise<void> {
  const { url, browser } = await call(wechatEndpoints.beginWechatAuthorisation, {});
  if (url) leaveForWechat(url, { browser, purpose, back });
}
