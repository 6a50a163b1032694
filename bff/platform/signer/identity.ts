import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sha256 } from '../crypto/sha256.ts';

/** A signing certificate with its key and the certificates above it. */
export interface Identity {
  certificate: X509Certificate;
  key: KeyObject;
  chain: X509Certificate[];
}

/**
 * Reads PEM files (key unencrypted, RSA or EC). Whether they belong together is asked later (signing-fault.ts).
 * @throws Error when a file cannot be read
 */
export async function readIdentity(files: {
  key: string;
  cert: string;
  chain?: string | undefined;
}): Promise<Identity> {
  const certificate = new X509Certificate(await readFile(files.cert));
  const key = createPrivateKey(await readFile(files.key));
  return { certificate, key, chain: files.chain ? certificates(await readFile(files.chain, 'utf8')) : [] };
}

/** Common name and organisation of the subject: 江海市律师协会电子证明专用章，江海市律师协会 */
export function subjectOf(certificate: X509Certificate): string {
  const { CN, O } = certificate.toLegacyObject().subject;
  return [CN, O].flat().filter(Boolean).join('，');
}

/** SHA-256 of the whole certificate, hex: two of the same name are told apart by it. */
export function fingerprintOf(certificate: X509Certificate): string {
  return sha256(certificate.raw);
}

/** Certificates of a PEM file. Throws Error that names the file when it holds none. */
export async function readCertificates(file: string): Promise<X509Certificate[]> {
  const found = certificates(await readFile(file, 'utf8'));
  if (found.length === 0) throw new Error(`${file} holds no certificate in PEM`);
  return found;
}

/** @throws Error outside the certificate's validity: such a signature would be worthless */
export function assertValidAt(certificate: X509Certificate, at: number): void {
  if (at < certificate.validFromDate.getTime() || at > certificate.validToDate.getTime()) {
    throw new Error(`the signing certificate is valid from ${certificate.validFrom} to ${certificate.validTo}`);
  }
}

function certificates(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
