import type { WechatProof } from '../../contract/wechat/schemas.ts';
import { AppError } from '../../errors.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { log } from '../../platform/log/log.ts';
import type { WechatAnswer } from '../../platform/wechat/answer.ts';
import { identifyByLoginCode, identifyByWebCode, type WechatIdentity } from '../../platform/wechat/identify.ts';
import { takeState } from './authorisation.ts';

/** A whole office opens the mini-program behind one address; a machine that tries codes asks far more often. */
const CODES = { name: 'wechat-code', limit: 60, windowMs: 60_000 };

/**
 * Who a code belongs to. Throws `wechat_refused` for one that is wrong, old, used or not of this browser, `unavailable`
 * when WeChat does not answer, `too_many_requests`.
 */
export async function identify(proof: WechatProof, address: string): Promise<WechatIdentity> {
  await countAgainst(CODES, address);
  if ('code' in proof) return valueOf(await identifyByLoginCode(proof.code));
  await takeState(proof.state, proof.browser);
  return valueOf(await identifyByWebCode(proof.webCode));
}

/** The value of an answer; its fault as what the caller reads. */
export function valueOf<T>(answer: WechatAnswer<T>): T {
  if (answer.ok) return answer.value;
  const { fault, errcode, message } = answer;
  if (fault === 'code_invalid' || fault === 'code_used') throw new AppError('wechat_refused');
  log.warn({ fault, errcode, message }, 'WeChat did not answer as hoped');
  throw new AppError('unavailable', { message: '微信暂时没有应答，请稍后再试，或用账号和密码登录' });
}
