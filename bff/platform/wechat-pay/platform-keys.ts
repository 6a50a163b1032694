import { X509Certificate, type KeyObject } from 'node:crypto';
import { HOUR_MS } from '../../contract/dates.ts';
import { clock } from '../clock/clock.ts';
import { log } from '../log/log.ts';
import { decryptResource, type EncryptedResource } from './decrypt-resource.ts';
import type { Merchant } from './merchant.ts';
import type { RawAnswer } from './transport.ts';
import { isSigned, looksSigned, readSignatureHeaders } from './verify-signature.ts';

/** Certificates are looked for again after half a day: a new one is listed a day before it signs. */
const FRESH_MS = 12 * HOUR_MS;
/** Somebody who sends made-up serials must not make us ask all the time. */
const ASK_AGAIN_MS = 60_000;

interface Fetched {
  keys: Map<string, KeyObject>;
  at: number;
}
const fetched = new WeakMap<Merchant, Fetched>();
const underWay = new WeakMap<Merchant, Promise<Fetched>>();

/** The key that belongs to a serial WeChat Pay named, or null for one it does not have. */
export async function platformKey(merchant: Merchant, serial: string): Promise<KeyObject | null> {
  const { publicKey } = merchant;
  if (publicKey?.id === serial) return publicKey.key;
  // In public-key mode nothing else signs for us.
  if (publicKey) return null;
  const known = fetched.get(merchant);
  const age = clock.now() - (known?.at ?? -Infinity);
  const isListed = known?.keys.has(serial) ?? false;
  if (known && (isListed ? age < FRESH_MS : age < ASK_AGAIN_MS)) return known.keys.get(serial) ?? null;
  const asked = underWay.get(merchant) ?? refresh(merchant, known).finally(() => underWay.delete(merchant));
  underWay.set(merchant, asked);
  return (await asked).keys.get(serial) ?? null;
}

async function refresh(merchant: Merchant, known: Fetched | undefined): Promise<Fetched> {
  const keys = await fetchCertificates(merchant);
  // Without an answer the ones we have stay good.
  const next = { keys: keys ?? known?.keys ?? new Map<string, KeyObject>(), at: clock.now() };
  fetched.set(merchant, next);
  return next;
}

/**
 * The listed certificates. The list is itself signed, by one of them: that they decrypt with our APIv3 key is what
 * proves them on the first time, and the signature then has to be of one of those.
 */
async function fetchCertificates(merchant: Merchant): Promise<Map<string, KeyObject> | null> {
  const url = 'https://api.mch.weixin.qq.com/v3/certificates';
  const answer = (await merchant.library.get(url)).data as RawAnswer;
  if (answer.status !== 200) {
    log.warn({ status: answer.status }, 'no platform certificates');
    return null;
  }
  try {
    const listed = JSON.parse(answer.rawBody) as {
      data: { serial_no: string; encrypt_certificate: EncryptedResource }[];
    };
    const keys = new Map<string, KeyObject>();
    for (const { serial_no, encrypt_certificate } of listed.data) {
      const certificate = new X509Certificate(decryptResource(encrypt_certificate, merchant.apiV3Key));
      if (certificate.serialNumber === serial_no.toUpperCase()) keys.set(serial_no, certificate.publicKey);
    }
    const headers = readSignatureHeaders(answer.header);
    const key = keys.get(headers.serial);
    if (!key || looksSigned(headers, clock.now()) || !isSigned(headers, answer.rawBody, key)) return null;
    return keys;
  } catch (error) {
    log.warn({ err: error }, 'platform certificates cannot be read');
    return null;
  }
}
