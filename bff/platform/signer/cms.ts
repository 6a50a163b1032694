import { createHash, sign as signBytes, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import * as pkijs from 'pkijs';
import { integer, NULL, octets, oid, sequence, setOf, tagged } from './der.ts';
import type { Identity } from './identity.ts';

const DATA = oid('1.2.840.113549.1.7.1');
const SIGNED_DATA = oid('1.2.840.113549.1.7.2');
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4');
const SIGNING_CERTIFICATE_V2 = oid('1.2.840.113549.1.9.16.2.47');
const TIME_STAMP_TOKEN = oid('1.2.840.113549.1.9.16.2.14');
const SHA_256 = sequence(oid('2.16.840.1.101.3.4.2.1'), NULL);
const SHA_256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), NULL);
const SHA_256_WITH_ECDSA = sequence(oid('1.2.840.10045.4.3.2'));

/** Asks a time-stamp service for a token over a SHA-256 hash. */
export type TimeStamp = (hash: Buffer) => Promise<Buffer>;

export type CmsSigner = (digest: Buffer) => Promise<Buffer>;

/**
 * Detached CMS signature over a SHA-256 digest, as PAdES B-B wants it (ETSI EN 319 142-1, 6.3): content-type,
 * message-digest and signing-certificate-v2 signed, no signing-time (the PDF states it). With a time stamp, B-T.
 */
export function createCmsSigner({ certificate, key, chain }: Identity, timeStamp: TimeStamp | null): CmsSigner {
  const certificates = retagged(0, setOf(...[certificate, ...chain].map(({ raw }) => raw)));
  const signatureAlgorithm = key.asymmetricKeyType === 'ec' ? SHA_256_WITH_ECDSA : SHA_256_WITH_RSA;
  const signerId = issuerAndSerialNumber(certificate.raw);
  const contentType = attribute(CONTENT_TYPE, DATA);
  // ESSCertIDv2 of the hash alone, SHA-256 being the default algorithm (RFC 5035, 3).
  const essCertificate = sequence(sequence(sequence(octets(hash(certificate.raw)))));
  const signingCertificate = attribute(SIGNING_CERTIFICATE_V2, essCertificate);

  return async (digest) => {
    const attributes = setOf(contentType, attribute(MESSAGE_DIGEST, octets(digest)), signingCertificate);
    const signature = await rawSignature(attributes, key);
    const unsigned = timeStamp ? [tagged(1, attribute(TIME_STAMP_TOKEN, await timeStamp(hash(signature))))] : [];
    const signerInfo = sequence(
      integer(1),
      signerId,
      SHA_256,
      retagged(0, attributes), // signed as a SET, stored as [0] (RFC 5652, 5.4)
      signatureAlgorithm,
      octets(signature),
      ...unsigned,
    );
    const signedData = sequence(integer(1), setOf(SHA_256), sequence(DATA), certificates, setOf(signerInfo));
    return sequence(SIGNED_DATA, tagged(0, signedData));
  };
}

function issuerAndSerialNumber(certificate: Buffer): Buffer {
  const { issuer, serialNumber } = pkijs.Certificate.fromBER(certificate);
  return sequence(Buffer.from(issuer.toSchema().toBER()), Buffer.from(serialNumber.toBER()));
}

function attribute(type: Buffer, value: Buffer): Buffer {
  return sequence(type, setOf(value));
}

function retagged(number: number, der: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xa0 + number), der.subarray(1)]);
}

function hash(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** On a thread of libuv, so that the event loop stays free. */
const rawSignature = promisify<Buffer, KeyObject, Buffer>((bytes, key, done) => signBytes('sha256', bytes, key, done));
