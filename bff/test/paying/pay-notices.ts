import { createCipheriv, createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { keepsState } from '../../platform/singletons.ts';

/** Notices as WeChat Pay sends them, and as it does not. */

export interface SentNotice {
  rawBody: string;
  headers: Record<string, string>;
}
export const KINDS = [
  'valid',
  'duplicate',
  'out of order',
  'forged',
  'tampered',
  'stale',
  'wrong amount',
  'wrong merchant',
  'unknown serial',
  'replayed nonce',
] as const;
export type Kind =
  | 'valid'
  | 'duplicate'
  | 'out of order'
  | 'forged'
  | 'tampered'
  | 'stale'
  | 'wrong amount'
  | 'wrong merchant'
  | 'unknown serial'
  | 'replayed nonce';

export interface Target {
  outTradeNo: string;
  appid: string;
  mchid: string;
  amountFen: number;
}

/** Whoever makes up notices has another key, but, as the worst case, the merchant's APIv3 key. */
const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
let platform: KeyObject | undefined;
keepsState(() => {
  platform = undefined;
});
/** WeChat Pay's own key: the sandbox of this test keeps it beside the public one. */
function platformKey(): KeyObject {
  const file = join(dirname(env.WECHATPAY_PUBLIC_KEY_FILE ?? ''), 'platform_key.pem');
  return (platform ??= createPrivateKey(readFileSync(file)));
}

/**
 * A notice of one kind about an order.
 * @param bytes how long it is in all, blanks in its summary making up for the rest; 0: as it comes
 */
export function makeNotice(kind: Kind, target: Target, bytes = 0): SentNotice {
  const { outTradeNo, appid } = target;
  const transaction = {
    appid,
    mchid: kind === 'wrong merchant' ? '1900000999' : target.mchid,
    out_trade_no: outTradeNo,
    transaction_id: `42${outTradeNo}`,
    trade_state: kind === 'out of order' ? 'NOTPAY' : 'SUCCESS',
    success_time: '2026-11-22T10:00:00+08:00',
    amount: { total: kind === 'wrong amount' ? target.amountFen - 1 : target.amountFen, currency: 'CNY' },
    payer: { openid: 'o-payer' },
  };
  const resource = encrypt(JSON.stringify(transaction));
  if (kind === 'tampered') resource.ciphertext = flipped(resource.ciphertext);
  const notice = {
    id: randomBytes(16).toString('hex'),
    create_time: '2026-11-22T10:00:01+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: { original_type: 'transaction', ...resource },
  };
  const blanks = ' '.repeat(Math.max(0, bytes - Buffer.byteLength(JSON.stringify(notice))));
  const rawBody = JSON.stringify({ ...notice, summary: notice.summary + blanks });
  const seconds = Math.floor(clock.now() / 1000) + (kind === 'stale' ? (Math.random() < 0.5 ? -301 : 302) : 0);
  const nonce = randomBytes(16).toString('hex');
  const key = kind === 'forged' || kind === 'unknown serial' ? attacker : platformKey();
  return {
    rawBody,
    headers: {
      'wechatpay-timestamp': String(seconds),
      'wechatpay-nonce': nonce,
      'wechatpay-serial': kind === 'unknown serial' ? 'PUB_KEY_ID_UNKNOWN' : (env.WECHATPAY_PUBLIC_KEY_ID ?? ''),
      'wechatpay-signature': sign('sha256', Buffer.from(`${seconds}\n${nonce}\n${rawBody}\n`), key).toString('base64'),
    },
  };
}

function encrypt(plain: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', env.WECHATPAY_API_V3_KEY ?? '', nonce);
  cipher.setAAD(Buffer.from('transaction'));
  const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const ciphertext = bytes.toString('base64');
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: 'transaction', nonce };
}

/** One bit of the amount's text is another. */
function flipped(ciphertext: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return bytes.toString('base64');
}

/** A generator of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
