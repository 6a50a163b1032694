import { z } from 'zod';
import type { CertificateStanding } from '../../../contract/certificates/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { askTogether } from '../../../platform/db/together/ask-together.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { log } from '../../../platform/log/log.ts';
import type { LetterContent } from '../letters/compose-letter.ts';
import { confirmIssued } from '../record/confirm-issued.ts';
import { standingOf } from './standing.ts';
import { day } from '../../../contract/reply-parts.ts';
import { flag } from '../../../platform/db/rows.ts';

/** An issued certificate as verification tells it: read from the signed file and the audit log, see confirm-issued.ts. */
export interface VerifiableCertificate {
  isConfirmed: true;
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
  /** 待复核: by the log or by the row, whichever says so. */
  isUnderReview: boolean;
  expiresOn: string | null;
  /** Number of the certificate that took its place. */
  replacedBy: string | null;
}

/** A certificate whose row is not what was issued: nothing of it is told until somebody has looked. */
export interface UnconfirmedCertificate {
  isConfirmed: false;
  code: string;
}

type Key = { by: 'token' | 'number' | 'sha256'; value: string } | { by: 'id'; value: number };

const issuedRow = z.strictObject({
  id: z.int(),
  number: z.string(),
  token: z.string(),
  code: z.string(),
  issuedAt: z.int(),
  sha256: z.string(),
  pages: z.int(),
  signer: z.string(),
  decidedAt: z.int(),
  storageKey: z.string(),
  expiresOn: day.nullable(),
  replacedBy: z.string().nullable(),
  letter: z.string(),
  isTest: flag,
  openMatters: z.int(),
  standing: z.enum(['valid', 'revoked', 'replaced']),
});

const readBy = <By extends Key['by']>(by: By) =>
  askTogether<string | number, z.infer<typeof issuedRow>>(
    (keys) => readRows(by, keys),
    (row) => row[by],
  );
const rowsBy = { token: readBy('token'), number: readBy('number'), sha256: readBy('sha256'), id: readBy('id') };

/** Prepared SQL: hot. */
async function readRows(by: Key['by'], keys: readonly (string | number)[]): Promise<z.infer<typeof issuedRow>[]> {
  const wanted = inList(keys);
  return select(
    issuedRow,
    `SELECT c.id, c.number, c.token, c.code, c.letter, c.decided_at AS decidedAt, c.issued_at AS issuedAt,
       c.storage_key AS storageKey, c.sha256, c.pages, c.signer, c.is_test AS isTest, c.standing,
       c.expires_on AS expiresOn, n.number AS replacedBy,
       (SELECT COUNT(*) FROM certificate_matters m
        WHERE m.certificate_id = c.id AND m.state = 'open' AND m.is_public = 1) AS openMatters
     FROM certificates c LEFT JOIN certificates n ON n.id = c.replaced_by_id
     WHERE c.${by} IN ${wanted.sql} AND c.issue_state = 'issued'`,
    wanted.values,
  );
}

/**
 * Finds an issued certificate by a key that gives access, or (number) is checked further by the caller, and compares it
 * with log and file.
 */
export async function findIssued({ by, value }: Key): Promise<VerifiableCertificate | UnconfirmedCertificate | null> {
  const [row] = await rowsBy[by](value);
  if (!row) return null;
  const confirmed = await confirmIssued({
    ...row,
    letter: JSON.parse(row.letter) as LetterContent,
    isTest: Boolean(row.isTest),
  });
  if ('fault' in confirmed) {
    log.error({ certificate: row.id, fault: confirmed.fault }, 'a certificate is not what was issued');
    return { isConfirmed: false, code: row.code };
  }
  const { evidence, record, standing, standingAt, isQuestioned } = confirmed;
  return {
    ...record,
    isConfirmed: true,
    issuedAt: evidence.issuedAt,
    sha256: evidence.file,
    standing: standingOf({ standing, expiresOn: record.expiresOn }, clock.today()),
    standingAt,
    isUnderReview: standing === 'valid' && (isQuestioned || row.openMatters > 0),
    replacedBy: row.replacedBy,
  };
}
