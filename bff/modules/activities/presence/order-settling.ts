import type { Transaction } from 'sequelize';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, Registration } from '../model.ts';
import { settledFrom } from '../rules.ts';

const MINUTE_MS = 60_000;

/**
 * Has hours and absences written when it is time; soon, where it is. A list of names that is marked line by line is settled
 * once: the job comes a whole minute later, so that it never runs before what ordered it is committed.
 */
export async function orderSettling({ registrationId }: { registrationId: number }, t: Transaction): Promise<void> {
  const registration = await Registration.findByPk(registrationId, { transaction: t, rejectOnEmpty: true });
  const activity = await Activity.findByPk(registration.activityId, { transaction: t, rejectOnEmpty: true });
  const soon = (Math.floor(clock.now() / MINUTE_MS) + 2) * MINUTE_MS;
  await orderSettlingAt({ activityId: activity.id, at: Math.max(settledFrom(activity).hours, soon) }, t);
}

/** The same at an instant: once for it. */
export async function orderSettlingAt(
  { activityId, at }: { activityId: number; at: number },
  t: Transaction,
): Promise<void> {
  await enqueue('settle-activity', { activityId }, { t, runAt: at, dedupeKey: `settle-activity:${activityId}:${at}` });
}
