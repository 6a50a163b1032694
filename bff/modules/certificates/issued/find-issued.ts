import { z } from 'zod';
import type { CertificateStanding } from '../../../contract/certificates/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import type { LetterContent } from '../letters/compose-letter.ts';
import { standingOf } from './standing.ts';
import { day } from '../../../contract/reply-parts.ts';
import { flag } from '../../../platform/db/rows.ts';

/** An issued certificate as verification needs it. */
export interface VerifiableCertificate {
  number: string;
  typeLabel: string;
  code: string;
  letter: LetterContent;
  issuedAt: number;
  sha256: string;
  pages: number;
  signer: string;
  isTest: boolean;
  standing: CertificateStanding;
  /** When it was revoked or replaced. */
  standingAt: number | null;
  expiresOn: string | null;
  /** Number of the certificate that took its place. */
  replacedBy: string | null;
}

type Key = { by: 'token' | 'number' | 'sha256'; value: string } | { by: 'id'; value: number };

const issuedRow = z.strictObject({
  number: z.string(),
  code: z.string(),
  typeLabel: z.string(),
  issuedAt: z.int(),
  sha256: z.string(),
  pages: z.int(),
  signer: z.string(),
  standingAt: z.int().nullable(),
  expiresOn: day.nullable(),
  replacedBy: z.string().nullable(),
  letter: z.string(),
  isTest: flag,
  standing: z.enum(['valid', 'revoked', 'replaced']),
});

/** Finds an issued certificate by a key that gives access, or (number) is checked further by the caller. Prepared SQL: hot. */
export async function findIssued({ by, value }: Key): Promise<VerifiableCertificate | null> {
  const [row] = await select(
    issuedRow,
    `SELECT c.number, y.label AS typeLabel, c.code, c.letter, c.issued_at AS issuedAt, c.sha256, c.pages, c.signer,
       c.is_test AS isTest, c.standing, c.standing_at AS standingAt, c.expires_on AS expiresOn, n.number AS replacedBy
     FROM certificates c JOIN applications a ON a.id = c.application_id JOIN certificate_types y ON y.id = a.type_id
     LEFT JOIN certificates n ON n.id = c.replaced_by_id
     WHERE c.${by} = ? AND c.issue_state = 'issued'`,
    [value],
  );
  if (!row) return null;
  return {
    ...row,
    letter: JSON.parse(row.letter) as LetterContent,
    isTest: Boolean(row.isTest),
    standing: standingOf(row, clock.today()),
  };
}
