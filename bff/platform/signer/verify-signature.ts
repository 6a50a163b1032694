import { X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { fingerprintOf, subjectOf } from './identity.ts';

/** Why a signature is not what this system makes; `subject` and `fingerprint`: who signed, as Signer says it. */
export type SignatureCheck =
  { isIntact: true; subject: string; fingerprint: string } | { isIntact: false; fault: string };

const RANGE = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g;

/**
 * Checks the signature of a PDF that this system signed: exactly one, over every byte of the file but itself, unbroken,
 * by the certificate it carries. Whether that certificate is trusted is the caller's question.
 */
export async function verifySignature(pdf: Buffer): Promise<SignatureCheck> {
  const ranges = [...pdf.toString('latin1').matchAll(RANGE)];
  if (ranges.length !== 1 || !ranges[0]) return fault(`文件中有${ranges.length}处签名`);
  const [start, before, after, rest] = ranges[0].slice(1).map(Number) as [number, number, number, number];
  const hex = pdf.toString('latin1', before, after);
  if (start !== 0 || after + rest !== pdf.length || !/^<[0-9a-f]*>$/.test(hex)) {
    return fault('签名没有覆盖整个文件');
  }
  try {
    return await check(
      Buffer.from(hex.slice(1, -1), 'hex'),
      Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]),
    );
  } catch (error) {
    return fault(`签名无法读取：${error instanceof Error ? error.message : String(error)}`);
  }
}

async function check(der: Buffer, signed: Buffer): Promise<SignatureCheck> {
  const info = pkijs.ContentInfo.fromBER(der);
  const data = new pkijs.SignedData({ schema: info.content as pkijs.SchemaType });
  // The signature must be over the file: content that it brings along would be checked in its place.
  if (data.encapContentInfo.eContent) return fault('签名自带内容');
  const isIntact = await data.verify({ signer: 0, data: Uint8Array.from(signed).buffer });
  if (!isIntact) return fault('签名与内容不符');
  const signedWith = signingCertificate(data);
  if (!signedWith) return fault('签名中没有证书');
  const certificate = new X509Certificate(Buffer.from(signedWith.toSchema().toBER()));
  return { isIntact: true, subject: subjectOf(certificate), fingerprint: fingerprintOf(certificate) };
}

/** The certificate that the signature names, as `verify` finds it: others may stand before it. */
function signingCertificate({
  certificates = [],
  signerInfos: [signed],
}: pkijs.SignedData): pkijs.Certificate | undefined {
  const named: unknown = signed?.sid;
  if (!(named instanceof pkijs.IssuerAndSerialNumber)) return undefined;
  return certificates.find(
    (certificate): certificate is pkijs.Certificate =>
      certificate instanceof pkijs.Certificate &&
      certificate.issuer.isEqual(named.issuer) &&
      certificate.serialNumber.isEqual(named.serialNumber),
  );
}

const fault = (words: string): SignatureCheck => ({ isIntact: false, fault: words });
