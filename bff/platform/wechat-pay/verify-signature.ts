import { verify, type KeyObject } from 'node:crypto';

/** Clocks may differ by five minutes, both ways (documentation of WeChat Pay, 验证签名). */
export const SKEW_MS = 300_000;

/** The Wechatpay-* headers of an answer or a notice. */
export interface SignatureHeaders {
  timestamp: string;
  nonce: string;
  serial: string;
  signature: string;
}
export type SignatureFault = 'headers' | 'skew' | 'serial' | 'signature';

/** Reads the headers through `header`, which answers '' for what is not there. */
export function readSignatureHeaders(header: (name: string) => string): SignatureHeaders {
  return {
    timestamp: header('wechatpay-timestamp'),
    nonce: header('wechatpay-nonce'),
    serial: header('wechatpay-serial'),
    signature: header('wechatpay-signature'),
  };
}

/** What is wrong with the form or the age of a signature; null: nothing. */
export function looksSigned(headers: SignatureHeaders, now: number): SignatureFault | null {
  const { timestamp, nonce, serial, signature } = headers;
  // Signatures that begin so are WeChat Pay's own probe: wrong on purpose, to see whether anybody looks.
  const isProbe = signature.startsWith('WECHATPAY/SIGNTEST/');
  if (!/^\d{10}$/.test(timestamp) || !nonce || !serial || !signature) return 'headers';
  if (isProbe) return 'signature';
  return Math.abs(now - Number(timestamp) * 1000) > SKEW_MS ? 'skew' : null;
}

/** Whether `key` signed exactly these bytes (RSA-SHA256 over time stamp, nonce and body). */
export function isSigned(headers: SignatureHeaders, rawBody: string, key: KeyObject): boolean {
  const signed = Buffer.from(`${headers.timestamp}\n${headers.nonce}\n${rawBody}\n`);
  return verify('sha256', signed, key, Buffer.from(headers.signature, 'base64'));
}
