import { Op, type Transaction } from 'sequelize';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { Activity, Registration } from '../model.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { endingOf } from './ending-of.ts';

/** Every ten minutes. */
const EVERY_MS = 10 * 60_000;
/** So far back activities are looked at: longer than any system was ever down. */
const LOOK_BACK_MS = 400 * DAY_MS;
/** An activity stops offering seats a week before it begins at the earliest. */
const LOOK_AHEAD_MS = 168 * HOUR_MS;
/** So many at a time: the row of an activity is never locked for long. */
const PIECE = 50;

/** Asks for the next look; every process may ask, it is done once. */
export async function scheduleEndings(): Promise<void> {
  const runAt = (Math.floor(clock.now() / EVERY_MS) + 1) * EVERY_MS;
  await transaction((t) => enqueue('end-registrations', {}, { t, dedupeKey: `end-registrations:${runAt}`, runAt }));
}

/**
 * Ends whatever can no longer become a seat, each with its reason, and tells the lawyer: nobody is left to wait for what is
 * over. What is ended is not found again, so that it is started anew after whatever stopped it.
 */
export async function endRegistrations({ signal, piece = PIECE }: { signal?: AbortSignal; piece?: number } = {}) {
  const now = clock.now();
  const near = await Activity.findAll({
    where: {
      state: { [Op.in]: ['published', 'hidden'] },
      beginsAt: { [Op.gt]: now - LOOK_BACK_MS, [Op.lte]: now + LOOK_AHEAD_MS },
    },
    order: ['id'],
  });
  for (const activity of near) {
    const over = endingOf(activity, now);
    if (over.length === 0) continue;
    while ((await transaction((t) => endSome({ activityId: activity.id, piece }, t))) === piece)
      signal?.throwIfAborted();
  }
}

/** What is over is judged anew under the lock: staff may have put it off meanwhile. */
async function endSome({ activityId, piece }: { activityId: number; piece: number }, t: Transaction): Promise<number> {
  const where = { activityId, state: { [Op.in]: ['waiting', 'drawing', 'applied'] } } as const;
  if ((await Registration.count({ where, transaction: t })) === 0) return 0;
  const activity = await lockActivity(activityId, t);
  if (activity.state !== 'published' && activity.state !== 'hidden') return 0;
  const reasons = new Map(endingOf(activity, clock.now()).map(({ state, reason }) => [state, reason]));
  const over = await Registration.findAll({
    where: { activityId, state: { [Op.in]: [...reasons.keys()] } },
    order: ['id'],
    limit: piece,
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  for (const registration of over) {
    const reason = reasons.get(registration.state as 'waiting') ?? '';
    await endRegistration({ registration, as: 'unplaced', by: null, reason }, t);
    await tellLawyer({ activity, registration, event: 'activity_ended', news: `${reason}。` }, t);
  }
  return over.length;
}
