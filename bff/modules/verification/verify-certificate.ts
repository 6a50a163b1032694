import { judgeGuess } from '../../platform/kv/rate-limit.ts';
import { findIssued, type VerifiableCertificate } from '../certificates/issued/find-issued.ts';
import { findByNumberAndCode } from './find-certificate.ts';

/** What a stranger offers to be verified. */
export type Evidence =
  | { kind: 'token'; token: string }
  | { kind: 'number'; number: string; code: string }
  | { kind: 'file'; sha256: string; token?: string | undefined };

export type Verification =
  | { answer: 'unknown' }
  | {
      answer: 'authentic' | 'altered';
      certificate: VerifiableCertificate;
      /** Whether the asker has the document: a link may have been passed on without it (ADR on replaced certificates). */
      holdsDocument: boolean;
    };

/** Wrong guesses an address may make: a clerk mistypes a few times, a machine gets nowhere. */
export const guesses = { name: 'verify', limit: 30, windowMs: 10 * 60_000 };

/**
 * Was it issued by us exactly like this? Unknown, wrong and hidden get one answer. Throws `too_many_requests` for an
 * address that has guessed wrong too often; right answers are never counted.
 */
export async function verifyCertificate(evidence: Evidence, address: string): Promise<Verification> {
  return judgeGuess(
    guesses,
    address,
    () => judge(evidence),
    ({ answer }) => answer === 'unknown',
  );
}

async function judge(evidence: Evidence): Promise<Verification> {
  switch (evidence.kind) {
    case 'token':
      return authentic(await findIssued({ by: 'token', value: evidence.token }), { holdsDocument: false });
    case 'number':
      return authentic(await findByNumberAndCode(evidence.number, evidence.code), { holdsDocument: true });
    case 'file': {
      const same = await findIssued({ by: 'sha256', value: evidence.sha256 });
      if (same || evidence.token === undefined) return authentic(same, { holdsDocument: true });
      const expected = await findIssued({ by: 'token', value: evidence.token });
      return expected ? { answer: 'altered', certificate: expected, holdsDocument: false } : { answer: 'unknown' };
    }
  }
}

const authentic = (
  certificate: VerifiableCertificate | null,
  { holdsDocument }: { holdsDocument: boolean },
): Verification => (certificate ? { answer: 'authentic', certificate, holdsDocument } : { answer: 'unknown' });
