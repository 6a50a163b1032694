import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import type { Subjects } from './lock-subjects.ts';

const effectiveRow = z.strictObject({
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  /** The first day of its effect; null: no day is recorded. */
  effectiveFromOn: day.nullable(),
});
export type EffectiveDiscipline = z.infer<typeof effectiveRow>;

/** Decisions with effect, or to have it on a day to come, on these members; open and dismissed cases are none. */
export function readEffectiveDiscipline(
  { firmIds, lawyerIds }: Subjects,
  t?: Transaction,
): Promise<EffectiveDiscipline[]> {
  const firms = inList(firmIds);
  const lawyers = inList(lawyerIds);
  return select(
    effectiveRow,
    `SELECT CASE WHEN firm_id IS NULL THEN 'lawyer' ELSE 'firm' END AS subjectKind,
       COALESCE(firm_id, lawyer_id) AS subjectId, COALESCE(effective_from_on, decided_on) AS effectiveFromOn
     FROM discipline_records
     WHERE state = 'effective' AND (firm_id IN ${firms.sql} OR lawyer_id IN ${lawyers.sql})`,
    [...firms.values, ...lawyers.values],
    t,
  );
}
