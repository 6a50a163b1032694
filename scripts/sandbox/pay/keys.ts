import { createPrivateKey, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Certified } from './certify.ts';

/** A platform certificate with its private key. */
export interface PlatformCertificate {
  serial: string;
  pem: string;
  key: KeyObject;
  effectiveAt: number;
  expiresAt: number;
}

/** What a merchant downloads from the merchant platform, and what WeChat Pay signs with. */
export interface PayKeys {
  /** Which of both ways answers and notices are signed in. */
  mode: 'public-key' | 'certificate';
  merchant: { serial: string; publicKey: KeyObject; keyFile: string; certFile: string };
  publicKey: { id: string; key: KeyObject; file: string };
  /** The last one signs; the ones before it are still good. */
  certificates: PlatformCertificate[];
}

const PUBLIC_KEY_ID = 'PUB_KEY_ID_0119000001092026112200000000000001';

/** Loaded where it is needed: a start finds the keys of the first one. */
const certify = async (name: string): Promise<Certified> => (await import('./certify.ts')).certify(name);

/** Reads the keys in `folder`, or makes them at the first start. */
export async function openPayKeys(folder: string, mode: PayKeys['mode']): Promise<PayKeys> {
  await mkdir(folder, { recursive: true });
  const file = (name: string) => path.join(folder, name);
  if (!existsSync(file('pub_key.pem'))) {
    const [merchant, platform] = await Promise.all([certify('律证测试商户'), certify('测试微信支付公钥')]);
    await writeFile(file('apiclient_key.pem'), merchant.keyPem, { mode: 0o600 });
    await writeFile(file('apiclient_cert.pem'), merchant.pem);
    await writeFile(file('platform_key.pem'), platform.keyPem, { mode: 0o600 });
    await writeFile(
      file('pub_key.pem'),
      new X509Certificate(platform.pem).publicKey.export({ type: 'spki', format: 'pem' }),
    );
  }
  const merchant = new X509Certificate(await readFile(file('apiclient_cert.pem')));
  return {
    mode,
    merchant: {
      serial: merchant.serialNumber,
      publicKey: merchant.publicKey,
      keyFile: file('apiclient_key.pem'),
      certFile: file('apiclient_cert.pem'),
    },
    publicKey: {
      id: PUBLIC_KEY_ID,
      key: createPrivateKey(await readFile(file('platform_key.pem'))),
      file: file('pub_key.pem'),
    },
    certificates: mode === 'certificate' ? [await newPlatformCertificate()] : [],
  };
}

/** A platform certificate nobody has seen yet. */
export async function newPlatformCertificate(): Promise<PlatformCertificate> {
  const { pem, keyPem } = await certify('Tenpay.com sandbox');
  const { serialNumber, validToDate } = new X509Certificate(pem);
  return {
    serial: serialNumber,
    pem,
    key: createPrivateKey(keyPem),
    effectiveAt: Date.now(),
    expiresAt: validToDate.getTime(),
  };
}

/** The Wechatpay-* headers of an answer or a notice. */
export function signatureHeaders(keys: PayKeys, body: string, now: number): Record<string, string> {
  const certificate = keys.certificates.at(-1);
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomBytes(16).toString('hex');
  const key = certificate?.key ?? keys.publicKey.key;
  const signature = sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), key);
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': certificate?.serial ?? keys.publicKey.id,
    'Wechatpay-Signature': signature.toString('base64'),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
