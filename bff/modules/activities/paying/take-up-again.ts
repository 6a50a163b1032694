import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Registration, type Activity } from '../model.ts';
import { offersSeats } from '../rules.ts';
import { takeSeat } from '../seats/take-seat.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { liveKeyOf } from '../seats/write-registration.ts';

/**
 * The money of a seat that was released came after all (activities.md, Edge cases): where there is a seat it is his again;
 * where there is none the money goes back and he waits as the first. Answers whether the money stays. Both are locked.
 */
export async function takeUpAgain(
  { activity, registration }: { activity: Activity; registration: Registration },
  t: Transaction,
): Promise<boolean> {
  const liveKey = liveKeyOf(activity.id, registration.lawyerId);
  // The lawyer has signed up anew meanwhile, and one registration is enough.
  if (await Registration.findOne({ where: { liveKey }, transaction: t })) return false;
  const subject = ofRegistration(registration.id);
  const again = { liveKey, endedAt: null, reason: '' };
  if (await takeSeat(registration, t)) {
    await registration.update({ ...again, state: 'registered', paidAt: clock.now() }, { transaction: t });
    await writeEvent({ subject, event: 'paid', by: null }, t);
    const news = '支付成功，已报名。';
    await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
    return true;
  }
  if (!offersSeats(activity, clock.now())) return false;
  await registration.update({ ...again, state: 'waiting', queue: await beforeAll(activity.id, t) }, { transaction: t });
  await writeEvent({ subject, event: 'paid_late', by: null, note: '款项退回，列为候补第一位' }, t);
  const news = '支付到账时名额已让给他人，款项将原路退回；已为您列为候补第一位。';
  await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
  return false;
}

async function beforeAll(activityId: number, t: Transaction): Promise<number> {
  const first = await Registration.findOne({
    where: { activityId, state: 'waiting' },
    order: ['queue'],
    transaction: t,
  });
  return Math.min(0, first?.queue ?? 0) - 1;
}
