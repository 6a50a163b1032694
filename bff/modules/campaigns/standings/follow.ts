import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';
import { ProfileStanding } from './model.ts';
import { EVERYBODY, moveCount, type Counted } from './move-count.ts';

const lawyerRow = z.strictObject({ firmId: z.int().nullable(), status: z.string() });

export type Standing = Pick<ProfileStanding, 'firmId' | 'state' | 'isMember'>;

export const countedAs = ({ firmId, state, isMember }: Standing): Counted => (isMember ? { firmId, state } : null);

/** Firm and membership of a lawyer, as the registry has them; the caller holds the lawyer locked. */
export async function readMembership(lawyerId: number, t: Transaction): Promise<Pick<Standing, 'firmId' | 'isMember'>> {
  const [lawyer] = await select(lawyerRow, 'SELECT firm_id AS firmId, status FROM lawyers WHERE id = ?', [lawyerId], t);
  if (!lawyer) throw new Error(`no lawyer ${lawyerId}`);
  return { firmId: lawyer.firmId ?? 0, isMember: lawyer.status !== 'cancelled' };
}

/**
 * Puts a standing where it is now. What has changed is what the publisher holds locked, the registry's word or the
 * profile's; the other half is taken from the standing, whose row is locked.
 */
export async function follow(lawyerId: number, changed: Partial<Standing>, t: Transaction): Promise<void> {
  const standing = await ProfileStanding.findOne({ where: { lawyerId }, transaction: t, lock: t.LOCK.UPDATE });
  // The lawyer was entered past the acts; the nightly look will begin the standing and count it.
  if (!standing) return;
  const before = countedAs(standing);
  await standing.update(changed, { transaction: t });
  await moveCount(EVERYBODY, before, countedAs(standing), t);
}
