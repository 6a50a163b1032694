import { z } from 'zod';
import { day } from '../../../contract/reply-parts.ts';
import type { LetterContent } from '../letters/compose-letter.ts';

/** What a certificate claims about its letter: columns of its row, which the record of the signed file repeats. */
export interface LetterClaim {
  number: string;
  token: string;
  code: string;
  typeLabel: string;
  letter: LetterContent;
  pages: number;
  signer: string;
  isTest: boolean;
  decidedAt: number;
  expiresOn: string | null;
}

const recordShape = z.strictObject({
  version: z.literal(1),
  number: z.string(),
  token: z.string(),
  code: z.string(),
  typeLabel: z.string(),
  letter: z.custom<LetterContent>((letter) => typeof letter === 'object' && letter !== null),
  pages: z.int(),
  signer: z.string(),
  isTest: z.boolean(),
  decidedAt: z.int(),
  expiresOn: day.nullable(),
});
export type LetterRecord = z.infer<typeof recordShape>;

/**
 * The canonical text of a letter: JSON with the keys of every object in the order of their code units, so that the same
 * letter is the same text whatever database it went through. It stands in the signed file, and its hash in the audit log.
 */
export function recordOf(claim: LetterClaim): string {
  const { number, token, code, typeLabel, letter, pages, signer, isTest, decidedAt, expiresOn } = claim;
  const record = { version: 1, number, token, code, typeLabel, letter, pages, signer, isTest, decidedAt, expiresOn };
  return JSON.stringify(sorted(record));
}

/** Reads a canonical text. Throws when it is none. */
export function parseRecord(text: string): LetterRecord {
  return recordShape.parse(JSON.parse(text));
}

/** In one walk before it is written: JSON.stringify with a function of ours asks it about every value. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
