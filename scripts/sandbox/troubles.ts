import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.ts';

/** What can be commanded to go wrong, and where it does. */
export const TROUBLES = {
  delay: '迟答',
  error: '返回 5xx',
  hang: '不作答',
  drop: '通知丢失',
  duplicate: '通知重复',
  reorder: '通知乱序',
  nonce: '身份令牌：nonce 不符',
  audience: '身份令牌：给别的应用',
  issuer: '身份令牌：签发者不符',
  expired: '身份令牌：已过期',
  signature: '身份令牌：别的密钥签名',
  hmac: '身份令牌：用公钥作口令签名',
  unsigned: '身份令牌：没有签名',
} as const;

export const PLACES = {
  wechat: '微信接口',
  pay: '微信支付接口',
  sms: '短信接口',
  face: '人脸比对接口',
  oidc: '会员中心接口',
  notices: '支付通知',
} as const;

export interface Trouble {
  where: keyof typeof PLACES;
  kind: keyof typeof TROUBLES;
  /** How many more times it happens. */
  times: number;
  ms: number;
}

/** Takes one occurrence of a commanded trouble, if there is one. */
export function takeTrouble(world: World, where: Trouble['where'], kinds: Trouble['kind'][]): Trouble | undefined {
  const trouble = world.troubles.find((one) => one.where === where && kinds.includes(one.kind));
  if (!trouble) return undefined;
  trouble.times -= 1;
  if (trouble.times <= 0) world.troubles.splice(world.troubles.indexOf(trouble), 1);
  return trouble;
}

/** What a service does before it answers: nothing, wait, fail, or never answer. */
export async function sufferTrouble(
  world: World,
  where: 'wechat' | 'pay' | 'sms' | 'face' | 'oidc',
): Promise<'answer' | 'error' | 'hang'> {
  const trouble = takeTrouble(world, where, ['delay', 'error', 'hang']);
  if (!trouble) return 'answer';
  if (trouble.kind === 'delay') await pause(trouble.ms);
  return trouble.kind === 'delay' ? 'answer' : (trouble.kind as 'error' | 'hang');
}
