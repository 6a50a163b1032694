import * as asn1js from 'asn1js';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pkijs from 'pkijs';
import { DAY_MS } from '../../contract/dates.ts';
import { octets, oid, sequence, setOf, tlv } from './der.ts';

const { subtle } = webcrypto;
const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto });
// Test keys only; 2048 bits keep first start and tests quick.
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const VALID_DAYS = 3650;

const TRUE = Buffer.of(0x01, 0x01, 0xff);
// Key usage bits (RFC 5280, 4.2.1.3) with the number of unused ones.
const KEY_CERT_SIGN = Buffer.of(0x03, 0x02, 0x01, 0x06); // and cRLSign
const NON_REPUDIATION = Buffer.of(0x03, 0x02, 0x06, 0xc0); // and digitalSignature

interface Party {
  name: pkijs.RelativeDistinguishedNames;
  keys: webcrypto.CryptoKeyPair;
  keyId: Buffer;
}

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
  // Nobody has the test CA: it travels with each file, so that a reader sees the whole chain.
  return {
    key: join(directory, 'signer.key'),
    cert: join(directory, 'signer.crt'),
    chain: join(directory, 'ca.crt'),
  };
}

/** The certificates of the test CA and of its signer, where they were made. */
export function sandboxFiles(dataDir: string): string[] {
  return ['ca.crt', 'signer.crt'].map((name) => join(dataDir, 'pki', name)).filter((file) => existsSync(file));
}

async function writePki(directory: string, associationName: string): Promise<void> {
  const [ca, signer] = await Promise.all([
    party('律证测试环境', '律证测试根证书（不具效力）'),
    party(`${associationName}（测试）`, `${associationName}电子证明专用章（测试）`),
  ]);
  const certificates = {
    ca: await certify(ca, ca, { constraints: sequence(TRUE), usage: KEY_CERT_SIGN }),
    signer: await certify(signer, ca, { constraints: sequence(), usage: NON_REPUDIATION }),
  };
  await Promise.all(
    Object.entries({ ca, signer }).map(async ([name, { keys }]) => {
      const key = pem('PRIVATE KEY', await subtle.exportKey('pkcs8', keys.privateKey));
      await writeFile(join(directory, `${name}.key`), key, { mode: 0o600 });
    }),
  );
  await writeFile(join(directory, 'ca.crt'), pem('CERTIFICATE', certificates.ca));
  await writeFile(join(directory, 'signer.crt'), pem('CERTIFICATE', certificates.signer));
}

async function party(organisation: string, commonName: string): Promise<Party> {
  const keys = await subtle.generateKey(RSA, true, ['sign', 'verify']);
  const spki = Buffer.from(await subtle.exportKey('spki', keys.publicKey));
  return { name: nameOf(organisation, commonName), keys, keyId: createHash('sha1').update(spki).digest() };
}

/** DER of the subject's certificate, signed by the issuer. */
async function certify(
  subject: Party,
  issuer: Party,
  { constraints, usage }: { constraints: Buffer; usage: Buffer },
): Promise<ArrayBuffer> {
  const now = Date.now();
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: Uint8Array.of(1, ...randomBytes(15)).buffer }),
    issuer: issuer.name,
    subject: subject.name,
    // A clock that is a little behind on another machine must not make the certificate look unborn.
    notBefore: new pkijs.Time({ value: new Date(now - DAY_MS) }),
    notAfter: new pkijs.Time({ value: new Date(now + VALID_DAYS * DAY_MS) }),
    extensions: [
      criticalExtension(pkijs.id_BasicConstraints, constraints),
      criticalExtension(pkijs.id_KeyUsage, usage),
      extension(pkijs.id_SubjectKeyIdentifier, octets(subject.keyId)),
      extension(pkijs.id_AuthorityKeyIdentifier, sequence(tlv(0x80, issuer.keyId))),
    ],
  });
  await certificate.subjectPublicKeyInfo.importKey(subject.keys.publicKey, engine);
  await certificate.sign(issuer.keys.privateKey, 'SHA-256', engine);
  return certificate.toSchema(true).toBER();
}

function extension(extnID: string, value: Buffer): pkijs.Extension {
  return new pkijs.Extension({ extnID, extnValue: new Uint8Array(value).buffer });
}

function criticalExtension(extnID: string, value: Buffer): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical: true, extnValue: new Uint8Array(value).buffer });
}

/** One attribute per RDN, as every CA writes it; pkijs left alone puts them all into one. */
function nameOf(organisation: string, commonName: string): pkijs.RelativeDistinguishedNames {
  const part = (type: string, tag: number, value: string) => setOf(sequence(oid(type), tlv(tag, Buffer.from(value))));
  const [PRINTABLE, UTF8] = [0x13, 0x0c];
  const der = sequence(
    part('2.5.4.6', PRINTABLE, 'CN'),
    part('2.5.4.10', UTF8, organisation),
    part('2.5.4.3', UTF8, commonName),
  );
  return new pkijs.RelativeDistinguishedNames({ schema: asn1js.fromBER(der).result });
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
