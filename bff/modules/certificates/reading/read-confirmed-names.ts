import type { Transaction } from 'sequelize';
import { ConfirmedName } from './confirmed-name-model.ts';
import { markOfName } from '../rules/one-each/typed-words.ts';

/** Marks of the names that reviewers let pass, as rules/typed-words.ts compares them. */
export async function readConfirmedNames(
  subjects: { firmIds: number[]; lawyerIds: number[] },
  t?: Transaction,
): Promise<ReadonlySet<string>> {
  const ofKind = async (subjectKind: 'firm' | 'lawyer', ids: number[]) =>
    ids.length === 0
      ? []
      : ConfirmedName.findAll({ where: { subjectKind, subjectId: ids }, ...(t && { transaction: t }) });
  const rows = [...(await ofKind('firm', subjects.firmIds)), ...(await ofKind('lawyer', subjects.lawyerIds))];
  return new Set(
    rows.map(({ subjectKind, subjectId, name }) => markOfName({ kind: subjectKind, id: subjectId }, name)),
  );
}
