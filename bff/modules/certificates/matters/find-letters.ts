import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { LAWYER_SCOPES } from '../../../contract/certificate-types/enums.ts';
import { RULE_SET_USES } from '../../../contract/certificate-types/rule-sets.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import type { MemberChange } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import type { Condition } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';
import type { LetterContent } from '../letters/compose-letter.ts';

const letterRow = z.strictObject({
  certificateId: z.int(),
  number: z.string(),
  holder: z.string(),
  letter: z.string(),
  since: day.nullable(),
  year: z.int().nullable(),
  /** What its applicant had it say; '': nothing of one's own. */
  freeText: z.string(),
  applicantKind: oneOf(SUBJECT_KINDS),
  applicantId: z.int(),
  ruleSet: oneOf(RULE_SET_USES),
  lawyerScope: oneOf(LAWYER_SCOPES),
  /** How often the application names the lawyer: 0 or 1. */
  named: z.int(),
  /** Whether its wording says how many lawyers the firm has. */
  saysCount: flag,
  /** Or of what category, or sex, the lawyer is. */
  saysCategory: flag,
  saysSex: flag,
});
export type StandingLetter = Omit<z.infer<typeof letterRow>, 'letter'> & { letter: LetterContent };

/**
 * Letters that stand and may speak of the member, the latest first, at most `limit` with an id below `below`: its own,
 * those that name it, and where it is told by name those of its firm or of its lawyers. By index, however many there are.
 */
export async function findLetters(
  change: MemberChange,
  { below, limit }: { below: number; limit: number },
  t?: Transaction,
): Promise<StandingLetter[]> {
  const { kind, id } = change.subject;
  const touched = kind === 'firm' ? touchedByFirm(change) : touchedByLawyer(id);
  const rows = await select(
    letterRow,
    `SELECT c.id AS certificateId, c.number, a.applicant_name AS holder, c.letter, a.since_on AS since, a.year,
       a.free_text AS freeText,
       a.applicant_kind AS applicantKind, a.applicant_id AS applicantId, ty.rule_set AS ruleSet,
       ty.lawyer_scope AS lawyerScope,
       (SELECT COUNT(*) FROM application_lawyers al WHERE al.application_id = a.id AND al.lawyer_id = ?) AS named,
       w.body LIKE '%lawyerCount%' AS saysCount, w.body LIKE '%lawyerCategory%' AS saysCategory,
       w.body LIKE '%lawyerSex%' AS saysSex
     FROM certificates c JOIN applications a ON a.id = c.application_id JOIN certificate_types ty ON ty.id = a.type_id
       JOIN certificate_wordings w ON w.id = c.wording_id
     WHERE a.id IN (SELECT id FROM (${touched.sql}) AS touched) AND c.standing = 'valid'
       AND (c.expires_on IS NULL OR c.expires_on >= ?) AND c.id < ?
     ORDER BY c.id DESC LIMIT ${limit}`,
    [kind === 'lawyer' ? id : 0, ...touched.values, clock.today(), below],
    t,
  );
  return rows.map((row) => ({ ...row, letter: JSON.parse(row.letter) as LetterContent }));
}

const OWN = 'SELECT id FROM applications WHERE applicant_kind = ? AND applicant_id = ?';

function touchedByFirm({ subject, fact }: MemberChange): Condition {
  const own = { sql: OWN, values: ['firm', subject.id] };
  if (fact !== 'name' && fact !== 'former-name' && fact !== 'status') return own;
  // Its lawyers' letters name it as well, and say that they practise there.
  const ofLawyers = `SELECT id FROM applications WHERE applicant_kind = 'lawyer' AND applicant_id IN
    (SELECT lawyer_id FROM lawyer_firm_periods WHERE firm_id = ?)`;
  return { sql: `${own.sql} UNION ${ofLawyers}`, values: [...own.values, subject.id] };
}

function touchedByLawyer(id: number): Condition {
  const named = 'SELECT application_id AS id FROM application_lawyers WHERE lawyer_id = ?';
  // A roster prints everybody, and all of a firm are whoever was there on the day of the decision.
  const ofFirms = `SELECT id FROM applications WHERE applicant_kind = 'firm' AND applicant_id IN
    (SELECT firm_id FROM lawyer_firm_periods WHERE lawyer_id = ? AND firm_id IS NOT NULL)`;
  return { sql: `${OWN} UNION ${named} UNION ${ofFirms}`, values: ['lawyer', id, id, id] };
}
