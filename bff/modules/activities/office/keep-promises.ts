import { Op, type Transaction } from 'sequelize';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Registration, type Activity } from '../model.ts';
import { betterRefund, inWords, lengthened } from '../rules.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/** Once the beginning has moved by more than this, it counts as another beginning. */
const MOVED_MS = HOUR_MS / 2;
/** For so long after a move members may cancel, at most until the end of asking for leave. */
const FREE_CANCEL_MS = 72 * HOUR_MS;

type Placed = Pick<Activity, 'beginsAt' | 'place' | 'address'>;

/** Whether an edit moves the activity, in time or place, so far that whoever has planned on it must be told. */
export const isMoved = (before: Placed, after: Placed): boolean =>
  Math.abs(before.beginsAt - after.beginsAt) > MOVED_MS ||
  before.place !== after.place ||
  before.address !== after.address;

/**
 * Lengthens what was promised to those who signed up, never shortens it, and tells them of another time or place, which
 * opens cancelling for 72 hours. The activity is locked and holds what is now.
 */
export async function keepPromises(
  { activity, before }: { activity: Activity; before: Placed },
  t: Transaction,
): Promise<void> {
  const moved = isMoved(before, activity);
  const where = { activityId: activity.id, state: { [Op.in]: [...LIVE_STATES] } };
  const live = await Registration.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
  for (const registration of live) {
    const promised = lengthened(registration, activity);
    const free = Math.min(clock.now() + FREE_CANCEL_MS, promised.leaveUntil);
    const cancelUntil = moved ? Math.max(promised.cancelUntil, free) : promised.cancelUntil;
    const leaveRefund = betterRefund(registration.leaveRefund, activity.leaveRefund);
    await registration.update({ ...promised, cancelUntil, leaveRefund }, { transaction: t });
    if (!moved) continue;
    const news = `时间、地点有变更：${inWords(activity.beginsAt)}，${activity.place}。不能参加的，${inWords(cancelUntil)}前可以取消。`;
    await tellLawyer({ activity, registration, event: 'activity_changed', news }, t);
  }
}
