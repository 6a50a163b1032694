import { judgeUnguessable, type RateLimit } from '../../platform/kv/rate-limit.ts';
import type { VerifiableCertificate } from '../certificates/issued/find-issued.ts';
import type { VerifiableReceipt } from '../payments/receipts/find-receipt.ts';
import type { VerifiableForm } from '../registration-forms/issuing/find-form.ts';
import { findByNumberAndCode, findIssuedDocument, type IssuedDocument } from './find-document.ts';

/** What a stranger offers to be verified. */
export type Evidence =
  | { kind: 'token'; token: string }
  | { kind: 'number'; number: string; code: string }
  | { kind: 'file'; sha256: string; token?: string | undefined };

export type Verification =
  /** unconfirmed: the record is not what was issued; nothing of it is told until somebody has looked. */
  | { answer: 'unknown' | 'unconfirmed' }
  | {
      answer: 'authentic' | 'altered';
      certificate: VerifiableCertificate;
      /** Whether the asker has the document: a link may have been passed on without it (ADR on replaced certificates). */
      holdsDocument: boolean;
    }
  | { answer: 'receipt' | 'receipt_altered'; receipt: VerifiableReceipt }
  | { answer: 'form' | 'form_altered'; form: VerifiableForm };

const TEN_MINUTES = 10 * 60_000;
/**
 * What an address may ask in vain, by what is asked: a clerk mistypes a few times, a machine gets nowhere. Files have
 * room of their own: every scan that somebody drops is unknown, and a digest is no guess.
 */
const IN_VAIN: Record<Evidence['kind'], RateLimit> = {
  token: { name: 'verify', limit: 30, windowMs: TEN_MINUTES },
  number: { name: 'verify', limit: 30, windowMs: TEN_MINUTES },
  file: { name: 'verify-file', limit: 300, windowMs: TEN_MINUTES },
};
const REFUSAL =
  '本网络核验不成功的次数过多，请十分钟后再试；正确的二维码、编号和核验码、原件不受影响。 Too many tries in vain from this network; what is right is still answered.';

/**
 * Was it issued by us exactly like this? Unknown, wrong and hidden get one answer. What is right is always answered, for
 * a bank is one address (ADR on strangers' files and guesses); throws `too_many_requests` for what is wrong once an
 * address has asked in vain too often.
 */
export async function verifyCertificate(evidence: Evidence, address: string): Promise<Verification> {
  return judgeUnguessable(IN_VAIN[evidence.kind], address, () => judge(evidence), {
    isWrong: ({ answer }) => answer === 'unknown',
    refusal: REFUSAL,
  });
}

async function judge(evidence: Evidence): Promise<Verification> {
  switch (evidence.kind) {
    case 'token':
      return authentic(await findIssuedDocument({ by: 'token', value: evidence.token }), { holdsDocument: false });
    case 'number':
      return authentic(await findByNumberAndCode(evidence.number, evidence.code), { holdsDocument: true });
    case 'file': {
      const same = await findIssuedDocument({ by: 'sha256', value: evidence.sha256 });
      if (same || evidence.token === undefined) return authentic(same, { holdsDocument: true });
      const expected = await findIssuedDocument({ by: 'token', value: evidence.token });
      const found = authentic(expected, { holdsDocument: false });
      if (found.answer === 'authentic') return { ...found, answer: 'altered' };
      if (found.answer === 'form') return { ...found, answer: 'form_altered' };
      return found.answer === 'receipt' ? { ...found, answer: 'receipt_altered' } : found;
    }
  }
}

function authentic(document: IssuedDocument | null, { holdsDocument }: { holdsDocument: boolean }): Verification {
  if (!document) return { answer: 'unknown' };
  if (!document.isConfirmed) return { answer: 'unconfirmed' };
  if ('form' in document) return { answer: 'form', form: document };
  return 'record' in document
    ? { answer: 'receipt', receipt: document }
    : { answer: 'authentic', certificate: document, holdsDocument };
}
