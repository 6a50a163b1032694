import { z } from 'zod';
import { day } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';
import type { LetterContent } from '../letters/compose-letter.ts';
import type { IssuedClaim } from '../record/confirm-issued.ts';

/** What the row of an issued certificate claims, and what stands beside it. */
export interface ListedClaim extends IssuedClaim {
  applicationId: number;
  typeLabel: string;
  isApproved: boolean;
}

/** Certificates to be read again: all, or those issued since an instant and one of `shares` equal parts of the others. */
export type Selection = 'all' | { issuedSince: number; shares: number; share: number };

const issuedRow = z.strictObject({
  id: z.int(),
  applicationId: z.int(),
  number: z.string(),
  token: z.string(),
  code: z.string(),
  letter: z.string(),
  decidedAt: z.int(),
  issuedAt: z.int(),
  storageKey: z.string(),
  sha256: z.string(),
  pages: z.int(),
  signer: z.string(),
  isTest: flag,
  standing: z.enum(['valid', 'revoked', 'replaced']),
  expiresOn: day.nullable(),
  replacedBy: z.string().nullable(),
  typeLabel: z.string(),
  outcome: z.string().nullable(),
});

/** The next issued certificates behind an id, by id. */
export async function readIssuedBatch(selection: Selection, afterId: number, limit: number): Promise<ListedClaim[]> {
  if (selection === 'all') return readIssuedClaims({ sql: '', values: [] }, afterId, limit);
  const { issuedSince, shares, share } = selection;
  const values = [issuedSince, shares, share];
  return readIssuedClaims({ sql: 'AND (c.issued_at >= ? OR c.id % ? = ?)', values }, afterId, limit);
}

/** The next issued certificates behind an id that meet a further condition (`c`: the certificate), by id. */
export async function readIssuedClaims(which: Condition, afterId: number, limit: number): Promise<ListedClaim[]> {
  const rows = await select(
    issuedRow,
    `SELECT c.id, c.application_id AS applicationId, c.number, c.token, c.code, c.letter, c.decided_at AS decidedAt,
       c.issued_at AS issuedAt, c.storage_key AS storageKey, c.sha256, c.pages, c.signer, c.is_test AS isTest,
       c.standing, c.expires_on AS expiresOn, n.number AS replacedBy, y.label AS typeLabel, a.outcome
     FROM certificates c JOIN applications a ON a.id = c.application_id JOIN certificate_types y ON y.id = a.type_id
     LEFT JOIN certificates n ON n.id = c.replaced_by_id
     WHERE c.id > ? AND c.issue_state = 'issued' ${which.sql} ORDER BY c.id LIMIT ?`,
    [afterId, ...which.values, limit],
  );
  return rows.map(({ outcome, letter, isTest, ...row }) => ({
    ...row,
    isTest: Boolean(isTest),
    isApproved: outcome === 'approved',
    letter: JSON.parse(letter) as LetterContent,
  }));
}

const witnessedRow = z.strictObject({ targetId: z.int(), number: z.string() });

/** Certificates that the log witnesses and the database has no more, by id: at most `limit`. */
export async function findVanished(limit: number): Promise<{ targetId: number; number: string }[]> {
  return select(
    witnessedRow,
    `SELECT e.target_id AS targetId, MAX(e.target) AS number
     FROM audit_entries e LEFT JOIN certificates c ON c.id = e.target_id AND c.issue_state = 'issued'
     WHERE e.action IN ('certificate.issued', 'certificate.taken_over') AND c.id IS NULL
     GROUP BY e.target_id ORDER BY e.target_id LIMIT ?`,
    [limit],
  );
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
