import * as asn1js from 'asn1js';
import { randomBytes, webcrypto } from 'node:crypto';
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

/** PEM. */
export interface Certified {
  pem: string;
  keyPem: string;
}

/** A certificate of that name, signed by its own key. */
export async function certify(name: string): Promise<Certified> {
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
