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

type Placed = Pick<Activity, 'beginsAt' | 'endsAt' | 'place' | 'address'>;

const isElsewhere = (before: Placed, after: Placed): boolean =>
  before.place !== after.place || before.address !== after.address;

/** Whether an edit says another time or place than before, so that whoever has planned on it must be told. */
const isOther = (before: Placed, after: Placed): boolean =>
  isElsewhere(before, after) || before.beginsAt !== after.beginsAt || before.endsAt !== after.endsAt;

/** Questions that must be answered from now on. */
const newlyRequired = (before: Pick<Activity, 'form'>, { form }: Pick<Activity, 'form'>) =>
  form.filter(
    (field) => field.isRequired && !before.form.some(({ key, isRequired }) => key === field.key && isRequired),
  );

/**
 * Lengthens what was promised to those who signed up, never shortens it, and tells them of another time or place, and
 * of questions that they have yet to answer. What is
 * another place, or so far from the beginning on which one could plan that small steps add up to it, opens cancelling for 72
 * hours. The activity is locked and holds what is now.
 */
export async function keepPromises(
  { activity, before }: { activity: Activity; before: Placed & Pick<Activity, 'form'> },
  t: Transaction,
): Promise<void> {
  const asked = newlyRequired(before, activity);
  const isTold = isOther(before, activity);
  const where = { activityId: activity.id, state: { [Op.in]: [...LIVE_STATES] } };
  const live = await Registration.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
  for (const registration of live) {
    const promised = lengthened(registration, activity);
    const planned = registration.toldBeginsAt || before.beginsAt;
    const moved = isElsewhere(before, activity) || Math.abs(planned - activity.beginsAt) > MOVED_MS;
    const toldBeginsAt = moved ? activity.beginsAt : planned;
    const freely = Math.min(clock.now() + FREE_CANCEL_MS, promised.leaveUntil);
    const cancelUntil = moved ? Math.max(promised.cancelUntil, freely) : promised.cancelUntil;
    const leaveRefund = betterRefund(registration.leaveRefund, activity.leaveRefund);
    await registration.update({ ...promised, cancelUntil, leaveRefund, toldBeginsAt }, { transaction: t });
    const missing = asked.filter(({ key }) => registration.answers[key] === undefined).map(({ label }) => label);
    if (missing.length > 0) {
      const news = `报名表新增必填项：${missing.join('、')}，请在${inWords(activity.beginsAt)}前补充。`;
      await tellLawyer({ activity, registration, event: 'activity_asked', news }, t);
    }
    if (!isTold) continue;
    const free = moved ? `不能参加的，${inWords(cancelUntil)}前可以取消。` : '';
    const news = `时间、地点有变更：${inWords(activity.beginsAt)}至${inWords(activity.endsAt)}，${activity.place}。${free}`;
    await tellLawyer({ activity, registration, event: 'activity_changed', news }, t);
  }
}
