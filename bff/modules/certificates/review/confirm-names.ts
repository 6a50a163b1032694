import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import type { StaffActor } from '../../../actor.ts';
import { ConfirmedName } from '../facts/confirmed-name-model.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { markOfName, suspectNames } from '../rules/one-each/typed-words.ts';

/** A reviewer approves a letter: its names with look-alikes are looked at, and in doubt no more until they change. */
export async function confirmNames(
  { facts, by }: { facts: ReviewFacts; by: StaffActor },
  t: Transaction,
): Promise<void> {
  const lawyers = [...new Map([...facts.lawyers, ...facts.roster].map((lawyer) => [lawyer.id, lawyer])).values()];
  const rows = suspectNames({ ...facts, lawyers }).map(({ subject: { kind, id }, name }) => ({
    ...{ subjectKind: kind, subjectId: id, name },
    ...{ confirmedBy: by.name, confirmedAt: clock.now() },
  }));
  if (rows.length > 0) await ConfirmedName.bulkCreate(rows, { transaction: t, ignoreDuplicates: true });
}

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
