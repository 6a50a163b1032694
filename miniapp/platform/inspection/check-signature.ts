import * as pkijs from 'pkijs';
import type { FoundSignature } from './find-signatures.ts';

/** What one signature is worth. */
export interface CheckedSignature extends FoundSignature {
  /** Whether it is over exactly the bytes that it covers. */
  isIntact: boolean;
  /** SHA-256 of the signer's certificate, hex; empty: there is none to be read. */
  fingerprint: string;
  /** Of a signature that cannot be read: of every certificate that is left in it. */
  remains: string[];
  /** What the signer's certificate says of itself: anybody can write any name into his own. */
  name: string;
}

/** Checks a signature by the certificate that it carries; whether that one is ours is the caller's question. */
export async function checkSignature(pdf: Uint8Array, found: FoundSignature): Promise<CheckedSignature> {
  const unreadable = { ...found, isIntact: false, fingerprint: '', remains: [], name: '' };
  try {
    const info = pkijs.ContentInfo.fromBER(found.cms);
    const data = new pkijs.SignedData({ schema: info.content as pkijs.SchemaType });
    // A signature over content that it brings along says nothing of the file.
    if (data.signerInfos.length !== 1 || data.encapContentInfo.eContent) return unreadable;
    const { covers } = found;
    const verified = await data
      .verify({ signer: 0, data: covers ? around(pdf, covers) : new ArrayBuffer(0), extendedMode: true })
      .catch((fault: unknown) => fault as Partial<pkijs.SignedDataVerifyResult>);
    const certificate = verified.signerCertificate ?? onlyCertificate(data);
    if (!certificate) return { ...unreadable, remains: await certificatesIn(found.cms) };
    return {
      ...found,
      isIntact: covers !== null && verified.signatureVerified === true,
      fingerprint: await fingerprintOf(certificate.toSchema().toBER()),
      remains: [],
      name: nameOf(certificate),
    };
  } catch {
    return { ...unreadable, remains: await certificatesIn(found.cms) };
  }
}

const fingerprintOf = async (der: BufferSource) => hexOf(await crypto.subtle.digest('SHA-256', der));

/** Places that are tried in a signature that is damaged; whole ones are read by their structure. */
const MOST_PLACES = 200;

/** Whatever may be a certificate: a sequence of 256 bytes and more (DER: 30 82, and how long it is). */
async function certificatesIn(cms: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at + 4 < cms.length && found.length < MOST_PLACES; at++) {
    if (cms[at] !== 0x30 || cms[at + 1] !== 0x82) continue;
    const end = at + 4 + ((cms[at + 2] ?? 0) << 8) + (cms[at + 3] ?? 0);
    if (end <= cms.length) found.push(await fingerprintOf(cms.slice(at, end)));
  }
  return found;
}

/** Everything but the signature's own digits. */
function around(pdf: Uint8Array, { before, after, end }: { before: number; after: number; end: number }): ArrayBuffer {
  const signed = new Uint8Array(before + end - after);
  signed.set(pdf.subarray(0, before));
  signed.set(pdf.subarray(after, end), before);
  return signed.buffer;
}

function onlyCertificate({ certificates = [] }: pkijs.SignedData): pkijs.Certificate | null {
  return certificates.find((one) => one instanceof pkijs.Certificate) ?? null;
}

const [COMMON_NAME, ORGANISATION] = ['2.5.4.3', '2.5.4.10'];

function nameOf({ subject }: pkijs.Certificate): string {
  const part = (type: string) =>
    subject.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value as string | undefined;
  return [part(COMMON_NAME), part(ORGANISATION)].filter(Boolean).join('，');
}

export const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
