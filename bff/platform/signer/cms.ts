import * as asn1js from 'asn1js';
import { createHash, sign as signBytes, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import * as pkijs from 'pkijs';
import type { Identity } from './identity.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha256WithEcdsa: '1.2.840.10045.4.3.2',
};

/** Asks a time-stamp service for a token over a SHA-256 hash. */
export type TimeStamp = (hash: Buffer) => Promise<Buffer>;

export type CmsSigner = (digest: Buffer) => Promise<Buffer>;

/**
 * Detached CMS signature over a SHA-256 digest, as PAdES B-B wants it (ETSI EN 319 142-1, 6.3): content-type,
 * message-digest and signing-certificate-v2 signed, no signing-time (the PDF states it). With a time stamp, B-T.
 */
export function createCmsSigner({ certificate, key, chain }: Identity, timeStamp: TimeStamp | null): CmsSigner {
  const own = pkijs.Certificate.fromBER(certificate.raw);
  const all = [own, ...chain.map((above) => pkijs.Certificate.fromBER(above.raw))];
  const sha256 = algorithm(OID.sha256);
  const signatureAlgorithm =
    key.asymmetricKeyType === 'ec'
      ? new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256WithEcdsa })
      : algorithm(OID.sha256WithRsa);
  const contentType = attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data }));
  const signingCertificate = attribute(OID.signingCertificateV2, essCertificate(hash(certificate.raw)));

  return async (digest) => {
    const attributes = [
      contentType,
      attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: digest })),
      signingCertificate,
    ].sort((a, b) => Buffer.compare(der(a), der(b))); // DER: a SET OF is ordered
    const signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes });
    const signed = der(signedAttrs);
    signed[0] = 0x31; // signed as a SET, stored with an implicit tag (RFC 5652, 5.4)
    const signature = await rawSignature(signed, key);
    const info = new pkijs.SignerInfo({
      version: 1,
      sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
      digestAlgorithm: sha256,
      signedAttrs,
      signatureAlgorithm,
      signature: new asn1js.OctetString({ valueHex: signature }),
    });
    if (timeStamp) info.unsignedAttrs = await timeStamped(signature, timeStamp);
    const content = new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
      digestAlgorithms: [sha256],
      certificates: all,
      signerInfos: [info],
    });
    return der(new pkijs.ContentInfo({ contentType: OID.signedData, content: content.toSchema(true) }));
  };
}

async function timeStamped(signature: Buffer, timeStamp: TimeStamp): Promise<pkijs.SignedAndUnsignedAttributes> {
  const token = asn1js.fromBER(await timeStamp(hash(signature))).result;
  return new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [attribute(OID.timeStampToken, token)] });
}

/** SigningCertificateV2 { certs { ESSCertIDv2 { hash } } }, SHA-256 being the default algorithm (RFC 5035, 3). */
function essCertificate(certificateHash: Buffer): asn1js.Sequence {
  const sequence = (value: asn1js.AsnType) => new asn1js.Sequence({ value: [value] });
  return sequence(sequence(sequence(new asn1js.OctetString({ valueHex: certificateHash }))));
}

function attribute(type: string, value: asn1js.AsnType): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

function algorithm(algorithmId: string): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId, algorithmParams: new asn1js.Null() });
}

function der(object: { toSchema(): asn1js.AsnType }): Buffer {
  return Buffer.from(object.toSchema().toBER());
}

function hash(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** On a thread of libuv, so that the event loop stays free. */
const rawSignature = promisify<Buffer, KeyObject, Buffer>((bytes, key, done) => signBytes('sha256', bytes, key, done));
