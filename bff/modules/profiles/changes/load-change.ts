import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { ProfileChange } from '../change-model.ts';
import { Profile } from '../model.ts';
import { loadProfile } from '../policy.ts';

/** A change and its profile; in a transaction lawyer and profile are locked before the change is read. Throws `not_found`. */
export async function loadChange(
  actor: StaffActor,
  id: number,
  t?: Transaction,
): Promise<{ change: ProfileChange; profile: Profile }> {
  const rejectOnEmpty = new AppError('not_found');
  const { lawyerId } = await ProfileChange.findByPk(id, { rejectOnEmpty, transaction: t ?? null });
  if (t) await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
  const found = await Profile.findOne({ where: { lawyerId }, rejectOnEmpty, transaction: t ?? null });
  const profile = await loadProfile(actor, found.id, t);
  const lock = t && { transaction: t, lock: t.LOCK.UPDATE };
  return { change: await ProfileChange.findByPk(id, { rejectOnEmpty, ...lock }), profile };
}
