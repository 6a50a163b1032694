import { verify } from 'node:crypto';
import type { Asked, Reply } from '../http.ts';
import type { World } from '../world.ts';
import { refuse } from './answers.ts';

const SKEW_MS = 300_000;
const SCHEME = 'WECHATPAY2-SHA256-RSA2048 ';

/** Refuses a request that its merchant did not sign, that is too old or too new, or that was sent before. */
export function refuseUnsigned(world: World, asked: Asked): Reply | null {
  const { authorization = '', accept, 'user-agent': userAgent } = asked.headers;
  if (!userAgent || !accept) return refuse('PARAM_ERROR', '请在请求头中设置 Accept 和 User-Agent');
  if (!authorization.startsWith(SCHEME)) return refuse('SIGN_ERROR', 'Http头Authorization认证类型不正确');
  const given = new Map(
    [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const of = (key: string) => given.get(key) ?? '';
  if (of('mchid') !== world.credentials.mchid) return refuse('SIGN_ERROR', '商户号有误，请检查');
  if (of('serial_no').toUpperCase() !== world.keys.merchant.serial) return refuse('SIGN_ERROR', '商户证书序列号有误');
  const now = world.now();
  if (!(Math.abs(now - Number(of('timestamp')) * 1000) <= SKEW_MS)) {
    return refuse('SIGN_ERROR', 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  }
  const signed = `${asked.method}\n${asked.url}\n${of('timestamp')}\n${of('nonce_str')}\n${asked.body}\n`;
  const signature = Buffer.from(of('signature'), 'base64');
  if (!verify('sha256', Buffer.from(signed), world.keys.merchant.publicKey, signature)) {
    return refuse('SIGN_ERROR', '签名错误，请检查后再试');
  }
  for (const [nonce, at] of world.nonces) if (at + 2 * SKEW_MS < now) world.nonces.delete(nonce);
  if (world.nonces.has(of('nonce_str'))) return refuse('SIGN_ERROR', 'Http头Authorization中的nonce_str重复');
  world.nonces.set(of('nonce_str'), now);
  return null;
}
