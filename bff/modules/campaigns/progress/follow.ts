import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';
import { ProfileProgress } from './model.ts';
import { EVERYBODY, moveCount, type Counted } from './move-count.ts';

const lawyerRow = z.strictObject({ firmId: z.int().nullable(), status: z.string() });

export type Progress = Pick<ProfileProgress, 'firmId' | 'state' | 'isMember'>;

export const countedAs = ({ firmId, state, isMember }: Progress): Counted => (isMember ? { firmId, state } : null);

/** Firm and membership of a lawyer, as the registry has them; the caller holds the lawyer locked. */
export async function readMembership(lawyerId: number, t: Transaction): Promise<Pick<Progress, 'firmId' | 'isMember'>> {
  const [lawyer] = await select(lawyerRow, 'SELECT firm_id AS firmId, status FROM lawyers WHERE id = ?', [lawyerId], t);
  if (!lawyer) throw new Error(`no lawyer ${lawyerId}`);
  return { firmId: lawyer.firmId ?? 0, isMember: lawyer.status !== 'cancelled' };
}

/**
 * Moves the progress of a profile to where it is now. What has changed is what the publisher holds locked, the
 * registry's word or the profile's; the other half is taken from its row, which is locked.
 */
export async function follow(lawyerId: number, changed: Partial<Progress>, t: Transaction): Promise<void> {
  const progress = await ProfileProgress.findOne({ where: { lawyerId }, transaction: t, lock: t.LOCK.UPDATE });
  // The lawyer was entered past the acts; the nightly look will begin the row and count it.
  if (!progress) return;
  const before = countedAs(progress);
  await progress.update(changed, { transaction: t });
  await moveCount(EVERYBODY, before, countedAs(progress), t);
}
