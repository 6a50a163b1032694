import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { markOfName } from '../rules/one-each/typed-words.ts';

/** Marks of the names that reviewers let pass, as rules/typed-words.ts compares them. */
export async function readConfirmedNames(
  subjects: { firmIds: number[]; lawyerIds: number[] },
  t?: Transaction,
): Promise<ReadonlySet<string>> {
  const ofKind = async (subjectKind: 'firm' | 'lawyer', ids: number[]) =>
    ids.length === 0 ? [] : readNames(subjectKind, ids, t);
  const rows = [...(await ofKind('firm', subjects.firmIds)), ...(await ofKind('lawyer', subjects.lawyerIds))];
  return new Set(
    rows.map(({ subjectKind, subjectId, name }) => markOfName({ kind: subjectKind, id: subjectId }, name)),
  );
}

const nameRow = z.strictObject({ subjectKind: oneOf(SUBJECT_KINDS), subjectId: z.int(), name: z.string() });

async function readNames(kind: 'firm' | 'lawyer', ids: readonly number[], t?: Transaction) {
  const wanted = inList(ids);
  return select(
    nameRow,
    `SELECT subject_kind AS subjectKind, subject_id AS subjectId, name FROM confirmed_names
     WHERE subject_kind = ? AND subject_id IN ${wanted.sql}`,
    [kind, ...wanted.values],
    t,
  );
}
