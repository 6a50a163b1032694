import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { LAWYER_SCOPES } from '../../../contract/certificate-types/enums.ts';
import { RULE_SET_USES } from '../../../contract/certificate-types/rule-sets.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import type { MemberChange } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';
import type { LetterContent } from '../letters/compose-letter.ts';
import { parentNamesOf } from '../rules/told/branches.ts';

const letterRow = z.strictObject({
  certificateId: z.int(),
  number: z.string(),
  holder: z.string(),
  letter: z.string(),
  since: day.nullable(),
  year: z.int().nullable(),
  freeText: z.string(),
  purpose: z.string(),
  applicantKind: oneOf(SUBJECT_KINDS),
  applicantId: z.int(),
  /** The applicant's firm, or that of a lawyer who applied. */
  firmId: z.int().nullable(),
  firmName: z.string(),
  firmHead: z.string(),
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
  const alone = kind === 'firm' ? touchedByFirm(change) : touchedByLawyer(id);
  const touched = change.fact === 'discipline' ? withTold(alone, change.subject) : alone;
  const rows = await select(
    letterRow,
    `SELECT c.id AS certificateId, c.number, a.applicant_name AS holder, c.letter, a.since_on AS since, a.year,
       a.free_text AS freeText, a.purpose,
       a.applicant_kind AS applicantKind, a.applicant_id AS applicantId, f.id AS firmId,
       COALESCE(f.name, '') AS firmName, COALESCE(f.person_in_charge, '') AS firmHead, ty.rule_set AS ruleSet,
       ty.lawyer_scope AS lawyerScope,
       (SELECT COUNT(*) FROM application_lawyers al WHERE al.application_id = a.id AND al.lawyer_id = ?) AS named,
       w.body LIKE '%lawyerCount%' AS saysCount, w.body LIKE '%lawyerCategory%' AS saysCategory,
       w.body LIKE '%lawyerSex%' AS saysSex
     FROM certificates c JOIN applications a ON a.id = c.application_id JOIN certificate_types ty ON ty.id = a.type_id
       JOIN certificate_wordings w ON w.id = c.wording_id
       LEFT JOIN lawyers l ON a.applicant_kind = 'lawyer' AND l.id = a.applicant_id
       LEFT JOIN firms f ON f.id = CASE WHEN a.applicant_kind = 'firm' THEN a.applicant_id ELSE l.firm_id END
     WHERE a.id IN (SELECT id FROM (${touched.sql}) AS touched) AND c.standing = 'valid'
       AND (c.expires_on IS NULL OR c.expires_on >= ?) AND c.id < ?
     ORDER BY c.id DESC LIMIT ${limit}`,
    [kind === 'lawyer' ? id : 0, ...touched.values, clock.today(), below],
    t,
  );
  return rows.map((row) => ({ ...row, letter: JSON.parse(row.letter) as LetterContent }));
}

const OWN_KIND = 'SELECT id FROM applications WHERE applicant_kind = ?';
const OWN = `${OWN_KIND} AND applicant_id = ?`;

function touchedByFirm({ subject, fact }: MemberChange): Condition {
  const own = { sql: OWN, values: ['firm', subject.id] };
  if (fact !== 'name' && fact !== 'former-name' && fact !== 'status') return own;
  // Its lawyers' letters name it as well, and say that they practise there.
  const ofLawyers = `SELECT id FROM applications WHERE applicant_kind = 'lawyer' AND applicant_id IN
    (SELECT lawyer_id FROM lawyer_firm_periods WHERE firm_id = ?)`;
  return { sql: `${own.sql} UNION ${ofLawyers}`, values: [...own.values, subject.id] };
}

/**
 * What applicants had said of somebody: letters that call the member by name or number, and those of the lawyers of a firm
 * and of the firm of which it is a branch. Free text is looked through only of the types that have any, by index.
 */
function withTold({ sql, values }: Condition, { kind, id, name, licenceNo }: MemberChange['subject']): Condition {
  const free = `SELECT id FROM applications WHERE type_id IN (SELECT id FROM certificate_types WHERE asks LIKE '%freeText%')`;
  const called = `${free} AND (INSTR(free_text, ?) > 0 OR (? <> '' AND INSTR(free_text, ?) > 0))`;
  const of = { sql: `${sql} UNION ${called}`, values: [...values, name, licenceNo, licenceNo] };
  if (kind === 'lawyer') return of;
  const ofLawyers = `${free} AND applicant_kind = 'lawyer' AND applicant_id IN (SELECT id FROM lawyers WHERE firm_id = ?)`;
  const parents = inList(parentNamesOf(name));
  const ofParent = `${OWN_KIND} AND applicant_id IN (SELECT id FROM firms WHERE name IN ${parents.sql} AND id <> ?)`;
  return {
    sql: `${of.sql} UNION ${ofLawyers} UNION ${ofParent}`,
    values: [...of.values, id, 'firm', ...parents.values, id],
  };
}

function touchedByLawyer(id: number): Condition {
  const named = 'SELECT application_id AS id FROM application_lawyers WHERE lawyer_id = ?';
  // A roster prints everybody, and all of a firm are whoever was there on the day of the decision.
  const ofFirms = `SELECT id FROM applications WHERE applicant_kind = 'firm' AND applicant_id IN
    (SELECT firm_id FROM lawyer_firm_periods WHERE lawyer_id = ? AND firm_id IS NOT NULL)`;
  return { sql: `${OWN} UNION ${named} UNION ${ofFirms}`, values: ['lawyer', id, id, id] };
}
