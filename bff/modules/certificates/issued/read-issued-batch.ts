import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import type { LetterContent } from '../letters/compose-letter.ts';

/** What an issued certificate claims about its file. */
export interface IssuedClaim {
  id: number;
  applicationId: number;
  number: string;
  storageKey: string;
  sha256: string;
  signer: string;
  isApproved: boolean;
  letter: LetterContent;
}

/** Certificates to be read again: all, or those issued since an instant and one of `shares` equal parts of the others. */
export type Selection = 'all' | { issuedSince: number; shares: number; share: number };

const issuedRow = z.strictObject({
  number: z.string(),
  id: z.int(),
  applicationId: z.int(),
  storageKey: z.string(),
  sha256: z.string(),
  signer: z.string(),
  outcome: z.string().nullable(),
  letter: z.string(),
});

/** The next issued certificates behind an id, by id. */
export async function readIssuedBatch(selection: Selection, afterId: number, limit: number): Promise<IssuedClaim[]> {
  const [sql, values] =
    selection === 'all'
      ? ['', []]
      : ['AND (c.issued_at >= ? OR c.id % ? = ?)', [selection.issuedSince, selection.shares, selection.share]];
  const rows = await select(
    issuedRow,
    `SELECT c.id, c.application_id AS applicationId, c.number, c.storage_key AS storageKey, c.sha256, c.signer,
       c.letter, a.outcome
     FROM certificates c JOIN applications a ON a.id = c.application_id
     WHERE c.id > ? AND c.issue_state = 'issued' ${sql} ORDER BY c.id LIMIT ?`,
    [afterId, ...values, limit],
  );
  return rows.map(({ outcome, letter, ...row }) => ({
    ...row,
    isApproved: outcome === 'approved',
    letter: JSON.parse(letter) as LetterContent,
  }));
}

const storageKeyRow = z.strictObject({ storageKey: z.string().nullable() });

/** Which of these files an issued certificate names. */
export async function namedFiles(keys: readonly string[]): Promise<Set<string>> {
  // The file's name begins with the certificate's id, see issue-certificate.ts.
  const ids = keys.map((key) => Number.parseInt(key.split('/').at(-1) ?? '', 10)).filter(Number.isSafeInteger);
  const list = inList(ids);
  const rows = await select(
    storageKeyRow,
    `SELECT storage_key AS storageKey FROM certificates WHERE id IN ${list.sql}`,
    list.values,
  );
  return new Set(rows.flatMap(({ storageKey }) => storageKey ?? []));
}
