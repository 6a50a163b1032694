import type { Transaction } from 'sequelize';
import { Lawyer } from '../../registry/model.ts';
import { ProfileStanding } from './model.ts';
import { EVERYBODY, moveCount, type Counted } from './move-count.ts';

export type Standing = Pick<ProfileStanding, 'firmId' | 'state' | 'isMember'>;

export const countedAs = ({ firmId, state, isMember }: Standing): Counted => (isMember ? { firmId, state } : null);

/** What the registry says of it; whoever asks holds the lawyer locked. */
export async function readMembership(lawyerId: number, t: Transaction): Promise<Pick<Standing, 'firmId' | 'isMember'>> {
  const { firmId, status } = await Lawyer.findByPk(lawyerId, { transaction: t, rejectOnEmpty: true });
  return { firmId: firmId ?? 0, isMember: status !== 'cancelled' };
}

/**
 * Puts a standing where it is now. What has changed is what the publisher holds locked, the registry's word or the
 * profile's; the other half is taken from the standing, whose row is locked.
 */
export async function follow(lawyerId: number, changed: Partial<Standing>, t: Transaction): Promise<void> {
  const standing = await ProfileStanding.findOne({ where: { lawyerId }, transaction: t, lock: t.LOCK.UPDATE });
  // Entered past the acts: the nightly look will count it.
  if (!standing) return;
  const before = countedAs(standing);
  await standing.update(changed, { transaction: t });
  await moveCount(EVERYBODY, before, countedAs(standing), t);
}
