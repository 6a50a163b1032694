import * as asn1js from 'asn1js';
import { randomBytes, webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pkijs from 'pkijs';

const { subtle } = webcrypto;
// Test keys only; 2048 bits keep first start and tests quick.
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const YEARS = 10;

/**
 * Files of the test CA's signing certificate in `<dataDir>/pki`, made at the first start. Every name in it says 测试.
 * Several processes may start at once: the first one wins, the others use its files.
 */
export async function sandboxIdentityFiles(dataDir: string, associationName: string) {
  const directory = join(dataDir, 'pki');
  if (!existsSync(directory)) {
    await mkdir(dataDir, { recursive: true });
    const draft = await mkdtemp(join(dataDir, '.pki-'));
    await writePki(draft, associationName);
    await rename(draft, directory).catch(async (error: NodeJS.ErrnoException) => {
      await rm(draft, { recursive: true });
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  }
  return { key: join(directory, 'signer.key'), cert: join(directory, 'signer.crt'), chain: join(directory, 'ca.crt') };
}

async function writePki(directory: string, associationName: string): Promise<void> {
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto });
  const [ca, signer] = await Promise.all([newKeys(), newKeys()]);
  const caName = nameOf({ organisation: '律证测试环境', commonName: '律证测试根证书（不具效力）' });
  const caCertificate = await certificate(caName, caName, ca.publicKey, [
    new pkijs.BasicConstraints({ cA: true }),
    { usage: 0x06 }, // keyCertSign, cRLSign
  ]);
  await caCertificate.sign(ca.privateKey, 'SHA-256', engine);
  const name = nameOf({
    organisation: `${associationName}（测试）`,
    commonName: `${associationName}电子证明专用章（测试）`,
  });
  const signerCertificate = await certificate(name, caName, signer.publicKey, [
    new pkijs.BasicConstraints({ cA: false }),
    { usage: 0xc0 }, // digitalSignature, nonRepudiation
  ]);
  await signerCertificate.sign(ca.privateKey, 'SHA-256', engine);
  await Promise.all([
    writeFile(join(directory, 'ca.key'), await keyPem(ca.privateKey), { mode: 0o600 }),
    writeFile(join(directory, 'signer.key'), await keyPem(signer.privateKey), { mode: 0o600 }),
    writeFile(join(directory, 'ca.crt'), pem('CERTIFICATE', caCertificate.toSchema(true).toBER())),
    writeFile(join(directory, 'signer.crt'), pem('CERTIFICATE', signerCertificate.toSchema(true).toBER())),
  ]);

  async function certificate(
    subject: pkijs.RelativeDistinguishedNames,
    issuer: pkijs.RelativeDistinguishedNames,
    publicKey: webcrypto.CryptoKey,
    [constraints, { usage }]: [pkijs.BasicConstraints, { usage: number }],
  ): Promise<pkijs.Certificate> {
    const now = Date.now();
    const made = new pkijs.Certificate({
      version: 2,
      serialNumber: new asn1js.Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer }),
      issuer,
      subject,
      // A clock that is a little behind on another machine must not make the certificate look new-born.
      notBefore: new pkijs.Time({ value: new Date(now - 86_400_000) }),
      notAfter: new pkijs.Time({ value: new Date(now + YEARS * 365 * 86_400_000) }),
    });
    await made.subjectPublicKeyInfo.importKey(publicKey, engine);
    const bits = new asn1js.BitString({ valueHex: new Uint8Array([usage]).buffer, unusedBits: usage === 0x06 ? 1 : 6 });
    made.extensions = [
      new pkijs.Extension({
        extnID: pkijs.id_BasicConstraints,
        critical: true,
        extnValue: constraints.toSchema().toBER(),
      }),
      new pkijs.Extension({ extnID: pkijs.id_KeyUsage, critical: true, extnValue: bits.toBER() }),
    ];
    return made;
  }
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return subtle.generateKey(RSA, true, ['sign', 'verify']);
}

/** One attribute per RDN, as every CA writes it; pkijs left alone puts them all into one. */
function nameOf({ organisation, commonName }: { organisation: string; commonName: string }) {
  const part = (type: string, value: asn1js.AsnType) =>
    new asn1js.Set({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] })],
    });
  const schema = new asn1js.Sequence({
    value: [
      part('2.5.4.6', new asn1js.PrintableString({ value: 'CN' })),
      part('2.5.4.10', new asn1js.Utf8String({ value: organisation })),
      part('2.5.4.3', new asn1js.Utf8String({ value: commonName })),
    ],
  });
  return new pkijs.RelativeDistinguishedNames({ schema: asn1js.fromBER(schema.toBER()).result });
}

async function keyPem(key: webcrypto.CryptoKey): Promise<string> {
  return pem('PRIVATE KEY', await subtle.exportKey('pkcs8', key));
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
