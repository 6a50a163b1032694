import type { Transaction } from 'sequelize';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { AppError } from '../../../errors.ts';
import { Activity, Registration } from '../model.ts';
import { ActivitySeries } from '../sessions/model.ts';

/** A series, locked, as its editor saw it. Throws `not_found`, `changed_meanwhile`. */
export async function loadSeen(
  { id, version }: { id: number; version: number },
  t: Transaction,
): Promise<ActivitySeries> {
  const series = await ActivitySeries.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!series) throw new AppError('not_found');
  if (series.version !== version) throw new AppError('changed_meanwhile');
  return series;
}

/** The sessions of a series, what begins first before the others. */
export const sessionsOf = (seriesId: number, t?: Transaction): Promise<Activity[]> =>
  Activity.findAll({ where: { seriesId }, order: ['beginsAt', 'id'], ...(t && { transaction: t }) });

/** Whether somebody is signed up for one of these sessions. */
export async function isSignedUpFor(sessions: readonly Activity[], t?: Transaction): Promise<boolean> {
  const where = { activityId: sessions.map(({ id }) => id), state: [...LIVE_STATES] };
  return (await Registration.count({ where, ...(t && { transaction: t }) })) > 0;
}
