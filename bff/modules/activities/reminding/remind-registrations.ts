import { Op, type Transaction } from 'sequelize';
import { DAY_MS, HOUR_MS, startOfShanghaiDay, toShanghaiDate, toShanghaiMinute } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { Activity, Registration } from '../model.ts';
import { inWords } from '../rules.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/** Every ten minutes. */
const EVERY_MS = 10 * 60_000;
/** So many at a time: the rows of a list are never locked for long. */
const PIECE = 50;
/** The day before, from nine in the morning until ten in the evening. */
const FROM_HOUR = 9;
const UNTIL_HOUR = 22;

/** Asks for the next look; every process may ask, it is done once. */
export async function scheduleReminders(): Promise<void> {
  const runAt = (Math.floor(clock.now() / EVERY_MS) + 1) * EVERY_MS;
  await transaction((t) =>
    enqueue('remind-registrations', {}, { t, dedupeKey: `remind-registrations:${runAt}`, runAt }),
  );
}

/** When those who have a seat are reminded: the day before, by the calendar of Shanghai; half-open. */
export function remindingOf({ beginsAt }: Pick<Activity, 'beginsAt'>): { from: number; until: number } {
  const dayBefore = startOfShanghaiDay(toShanghaiDate(beginsAt)) - DAY_MS;
  return { from: dayBefore + FROM_HOUR * HOUR_MS, until: dayBefore + UNTIL_HOUR * HOUR_MS };
}

/**
 * Reminds everybody with a seat the day before, in pieces: that he was is noted in the transaction that tells him, so that
 * whoever dies amid it is followed by the next attempt and nobody is told twice. Whoever signed up after the reminders began
 * has just read when it is. Of an activity that was moved afterwards one is reminded anew.
 */
export async function remindRegistrations({ signal, piece = PIECE }: { signal?: AbortSignal; piece?: number } = {}) {
  const now = clock.now();
  const near = await Activity.findAll({
    where: {
      state: { [Op.in]: ['published', 'hidden'] },
      beginsAt: { [Op.gt]: now, [Op.lte]: now + 2 * DAY_MS },
    },
    order: ['beginsAt', 'id'],
  });
  for (const activity of near) {
    const { from, until } = remindingOf(activity);
    if (now < from || now >= until) continue;
    while ((await transaction((t) => remindSome({ activityId: activity.id, piece }, t))) === piece)
      signal?.throwIfAborted();
  }
}

async function remindSome({ activityId, piece }: { activityId: number; piece: number }, t: Transaction) {
  const activity = await Activity.findByPk(activityId, { transaction: t, rejectOnEmpty: true });
  const { from, until } = remindingOf(activity);
  const now = clock.now();
  // Staff may have moved or cancelled it meanwhile.
  if (!['published', 'hidden'].includes(activity.state) || now < from || now >= until) return 0;
  const due = await Registration.findAll({
    where: {
      activityId,
      state: 'registered',
      remindedFor: { [Op.ne]: activity.beginsAt },
      signedAt: { [Op.lt]: from },
    },
    order: ['id'],
    limit: piece,
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  for (const registration of due) {
    await registration.update({ remindedFor: activity.beginsAt }, { transaction: t });
    const news = newsOf({ activity, registration, now });
    await tellLawyer({ activity, registration, event: 'activity_reminder', news }, t);
  }
  return due.length;
}

/** When it begins, and until when leave may be asked for, as it was promised. */
function newsOf({ activity, registration, now }: { activity: Activity; registration: Registration; now: number }) {
  const begins = `活动将于明天${toShanghaiMinute(activity.beginsAt).slice(11)}开始，请准时参加。`;
  const { leaveUntil } = registration;
  return now < leaveUntil ? `${begins}不能参加的，${inWords(leaveUntil)}前可以请假。` : begins;
}
