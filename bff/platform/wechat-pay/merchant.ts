import { createPublicKey, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import WxPay from 'wechatpay-node-v3';
import { env } from '../../env.ts';
import { clock } from '../clock/clock.ts';
import { transport } from './transport.ts';
import { keepsState } from '../singletons.ts';

/** Our account at WeChat Pay. */
export interface Merchant {
  mchid: string;
  apiV3Key: string;
  /** Builds and signs requests; sends them through our own transport. */
  library: SignedByUs;
  /** Public-key mode; null: platform certificates. */
  publicKey: { id: string; key: KeyObject } | null;
}

let opened: { merchant: Merchant; settings: string } | undefined;
keepsState(() => {
  opened = undefined;
});

/** The merchant of the settings, or null when there is none. Throws when its files cannot be read. */
export function merchant(): Merchant | null {
  const { WECHATPAY_MCHID: mchid, WECHATPAY_API_V3_KEY: apiV3Key } = env;
  const { WECHATPAY_KEY_FILE: keyFile, WECHATPAY_CERT_FILE: certFile } = env;
  if (!mchid || !apiV3Key || !keyFile || !certFile) return null;
  const settings = [mchid, keyFile, env.WECHATPAY_PUBLIC_KEY_ID, env.WECHATPAY_URL].join(' ');
  if (opened?.settings === settings) return opened.merchant;
  const certificate = readFileSync(certFile);
  const library = new SignedByUs({
    appid: env.WECHAT_APPID ?? '',
    mchid,
    publicKey: certificate,
    privateKey: readFileSync(keyFile),
    serial_no: new X509Certificate(certificate).serialNumber,
    key: apiV3Key,
    userAgent: 'lvzheng',
  });
  library.createHttp(transport);
  opened = { merchant: { mchid, apiV3Key, library, publicKey: publicKeyOf() }, settings };
  return opened.merchant;
}

function publicKeyOf(): Merchant['publicKey'] {
  const { WECHATPAY_PUBLIC_KEY_ID: id, WECHATPAY_PUBLIC_KEY_FILE: file } = env;
  return id && file ? { id, key: createPublicKey(readFileSync(file)) } : null;
}

/** The library's nonce is eleven digits of Math.random, and it cannot be told the time. */
class SignedByUs extends WxPay {
  /** Any GET of WeChat Pay. */
  get(url: string) {
    return this.httpService.get(url, this.getHeaders(this.buildAuthorization('GET', url)));
  }

  protected override buildAuthorization(method: string, url: string, params?: object): string {
    const { pathname, search } = new URL(url);
    const timestamp = String(Math.floor(clock.now() / 1000));
    const nonce = randomBytes(16).toString('hex');
    const signature = this.getSignature(method, nonce, timestamp, pathname + search, params);
    return this.getAuthorization(nonce, timestamp, signature);
  }
}
