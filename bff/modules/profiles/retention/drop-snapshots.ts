import { transaction } from '../../../platform/db/database.ts';
import { ProfileDecision, ProfileSnapshot } from '../model.ts';

/** Removes snapshots that nothing names any more, and what was decided about them, in one transaction. */
export async function dropSnapshots(ids: readonly number[]): Promise<void> {
  await transaction(async (t) => {
    await ProfileDecision.destroy({ where: { snapshotId: [...ids] }, transaction: t });
    await ProfileSnapshot.destroy({ where: { id: [...ids] }, transaction: t });
  });
}
