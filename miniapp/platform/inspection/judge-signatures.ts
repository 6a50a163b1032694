import type { Finding } from '../signatures.ts';
import { checkSignature, hexOf, type CheckedSignature } from './check-signature.ts';
import { findSignatures } from './find-signatures.ts';

/** What the signatures of a PDF say; null: it has none. `known`: fingerprints of our certificates. */
export async function judgeSignatures(pdf: Uint8Array, known: readonly string[]): Promise<Finding | null> {
  const signatures: CheckedSignature[] = [];
  for (const found of findSignatures(pdf)) signatures.push(await checkSignature(pdf, found));
  if (signatures.length === 0) return null;
  const ours = signatures.filter(({ fingerprint, remains }) =>
    [fingerprint, ...remains].some((one) => known.includes(one)),
  );
  const [intact] = ours.filter(({ isIntact }) => isIntact).sort((a, b) => (b.covers?.end ?? 0) - (a.covers?.end ?? 0));
  if (intact?.covers) {
    const { reason, covers } = intact;
    if (covers.end === pdf.length) return { kind: 'intact', reason };
    const original = pdf.slice(0, covers.end);
    return {
      kind: 'appended',
      reason,
      sha256: hexOf(await crypto.subtle.digest('SHA-256', original)),
      added: pdf.length - covers.end,
    };
  }
  if (ours.length > 0) return { kind: 'changed' };
  return { kind: 'foreign', name: signatures.find(({ name }) => name !== '')?.name ?? '' };
}
