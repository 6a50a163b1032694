/**
 * Why WeChat did not do what it was asked. `code_invalid`: unknown, too old or somebody else's; `code_used`: redeemed
 * before; `not_allowed`: the person does not accept the message; `not_seen`: the person has not opened the mini-program
 * lately; `quota`: used up for now; `unreachable`: no answer, or
 * one that is not WeChat's: asking again later may succeed; `not_configured`: this installation has no such account.
 */
export type WechatFault =
  'code_invalid' | 'code_used' | 'not_allowed' | 'not_seen' | 'quota' | 'unreachable' | 'rejected' | 'not_configured';

/** What came of a call: the reply, or a fault that the caller has to look at. */
export type WechatAnswer<T> =
  { ok: true; value: T } | { ok: false; fault: WechatFault; errcode: number | null; message: string };

/** Error numbers of api.weixin.qq.com that mean something to us; every other one is `rejected`. */
const FAULTS: Record<number, WechatFault> = {
  [-1]: 'unreachable', // 系统繁忙
  40029: 'code_invalid',
  40163: 'code_used',
  43101: 'not_allowed',
  45009: 'quota',
  44991: 'quota',
  45011: 'quota',
  61010: 'not_seen',
};
/** The access token is not, or no longer, good. */
export const STALE_TOKEN: readonly number[] = [40001, 40014, 42001];

export function failed<T>(fault: WechatFault, message: string, errcode: number | null = null): WechatAnswer<T> {
  return { ok: false, fault, errcode, message };
}

/** The answer that a body of api.weixin.qq.com stands for. */
export function answerOf<T>(body: T & { errcode?: number; errmsg?: string }): WechatAnswer<T> {
  const { errcode = 0, errmsg = '' } = body;
  return errcode === 0 ? { ok: true, value: body } : failed(FAULTS[errcode] ?? 'rejected', errmsg, errcode);
}
