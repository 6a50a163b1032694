import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { Registration, type Activity } from '../model.ts';
import { offersSeats } from '../rules.ts';
import { frontOfQueue } from '../front-of-queue.ts';
import { takeSeat } from './take-seat.ts';
import { liveKeyOf } from './write-registration.ts';

/**
 * Has a registration that has ended live again: with a seat, or where there is none as the first of those who wait. Answers
 * which, null where there is neither, or where the lawyer has signed up anew meanwhile: one registration is enough. Both are
 * locked.
 */
export async function comeBack(
  { activity, registration }: { activity: Activity; registration: Registration },
  t: Transaction,
): Promise<'registered' | 'waiting' | null> {
  const liveKey = liveKeyOf(activity.id, registration.lawyerId);
  if (await Registration.findOne({ where: { liveKey }, transaction: t })) return null;
  const again = { liveKey, endedAt: null, reason: '', leaveReason: null };
  if (await takeSeat(registration, t)) {
    await registration.update({ ...again, state: 'registered' }, { transaction: t });
    return 'registered';
  }
  if (!offersSeats(activity, clock.now())) return null;
  const queue = await frontOfQueue(activity.id, t);
  await registration.update({ ...again, state: 'waiting', queue }, { transaction: t });
  return 'waiting';
}
