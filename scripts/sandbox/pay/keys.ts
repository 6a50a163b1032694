import * as asn1js from 'asn1js';
import { createPrivateKey, randomBytes, sign, webcrypto, X509Certificate, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as pkijs from 'pkijs';
import { DAY_MS } from '../../../bff/contract/dates.ts';

const { subtle } = webcrypto;
const engine = new pkijs.CryptoEngine({ name: 'sandbox', crypto: webcrypto });
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const YEARS_MS = 5 * 365 * DAY_MS;

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
  const { serialNumber } = new X509Certificate(pem);
  return {
    serial: serialNumber,
    pem,
    key: createPrivateKey(keyPem),
    effectiveAt: Date.now(),
    expiresAt: Date.now() + YEARS_MS,
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

async function certify(name: string): Promise<{ pem: string; keyPem: string }> {
  const keys = await subtle.generateKey(RSA, true, ['sign', 'verify']);
  const subject = new pkijs.RelativeDistinguishedNames({
    typesAndValues: [
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) }),
    ],
  });
  const certificate = new pkijs.Certificate({
    version: 2,
    // 20 bytes, as the serial numbers that merchants see: 40 hexadecimal digits.
    serialNumber: new asn1js.Integer({ valueHex: Uint8Array.of(0x5a, ...randomBytes(19)).buffer }),
    issuer: subject,
    subject,
    notBefore: new pkijs.Time({ value: new Date(Date.now() - DAY_MS) }),
    notAfter: new pkijs.Time({ value: new Date(Date.now() + YEARS_MS) }),
  });
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  await certificate.sign(keys.privateKey, 'SHA-256', engine);
  const der = Buffer.from(certificate.toSchema(true).toBER());
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey));
  return { pem: pemOf('CERTIFICATE', der), keyPem: pemOf('PRIVATE KEY', pkcs8) };
}

function pemOf(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
