import type { Transaction } from 'sequelize';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { ProfileDecision, ProfileSnapshot, type Profile } from '../model.ts';
import { isSameSection } from './changes.ts';

/** Who passed a section, and when. */
export interface PassedBefore {
  by: string;
  at: number;
}

/** Sections that stand as they were passed in the submission before, and by whom: nobody has to decide them again. */
export async function passedBefore(
  snapshot: ProfileSnapshot,
  { approvedSnapshotId }: Pick<Profile, 'approvedSnapshotId'>,
  t?: Transaction,
): Promise<Map<SectionKey, PassedBefore>> {
  const { lawyerId, number } = snapshot;
  const found = { where: { lawyerId }, transaction: t ?? null, order: [['number', 'DESC']] as [string, string][] };
  const earlier = await ProfileSnapshot.findAll(found);
  const last = earlier.find(
    (one) => one.number < number && (one.outcome === 'rejected' || one.id === approvedSnapshotId),
  );
  if (!last) return new Map();
  const decisions = await ProfileDecision.findAll({
    where: { snapshotId: last.id, verdict: 'pass' },
    transaction: t ?? null,
  });
  const same = decisions.filter(({ section }) => isSameSection(snapshot, last, section));
  return new Map(same.map(({ section, byName, at }) => [section, { by: byName, at }]));
}
