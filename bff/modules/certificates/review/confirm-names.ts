import type { ReviewFacts } from '../facts/facts.ts';
import type { StaffActor } from '../../../actor.ts';
import type { Transaction } from 'sequelize';
import { suspectNames } from '../rules/one-each/typed-words.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ConfirmedName } from '../reading/confirmed-name-model.ts';

/** A reviewer approves a letter: its names with look-alikes are looked at, and in doubt no more until they change. */
export async function confirmNames(
  { facts, by }: { facts: ReviewFacts; by: StaffActor },
  t: Transaction,
): Promise<void> {
  const lawyers = [...new Map([...facts.lawyers, ...facts.roster].map((lawyer) => [lawyer.id, lawyer])).values()];
  const rows = suspectNames({ ...facts, lawyers }).map(({ subject: { kind, id }, name }) => ({
    subjectKind: kind,
    subjectId: id,
    name,
    confirmedBy: by.name,
    confirmedAt: clock.now(),
  }));
  if (rows.length > 0) await ConfirmedName.bulkCreate(rows, { transaction: t, ignoreDuplicates: true });
}
