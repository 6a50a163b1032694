import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';
import type { Activity } from '../model.ts';
import { ActivitySeries } from './model.ts';

const sessionRow = z.strictObject({ id: z.int(), activityId: z.int() });

/** To how many sessions of a series a lawyer came. */
export async function countAttended(
  { seriesId, lawyerId }: { seriesId: number; lawyerId: number },
  t?: Transaction,
): Promise<number> {
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM activities a
      JOIN activity_registrations r ON r.activity_id = a.id
      JOIN activity_presences p ON p.registration_id = r.id
      WHERE a.series_id = ? AND a.state <> 'cancelled' AND r.lawyer_id = ? AND r.state = 'registered'
        AND p.outcome = 'present'`,
    [seriesId, lawyerId],
    t,
  );
  return row?.n ?? 0;
}

/**
 * Whether a lawyer came to as many sessions as hours need: of a series that has lost sessions to cancellation, to all that
 * are left at most.
 */
export async function cameOftenEnough(
  { activity, lawyerId }: { activity: Pick<Activity, 'seriesId'>; lawyerId: number },
  t: Transaction,
): Promise<boolean> {
  const { seriesId } = activity;
  const series = seriesId === null ? null : await ActivitySeries.findByPk(seriesId, { transaction: t });
  if (seriesId === null || !series || series.needed === 0) return true;
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM activities WHERE series_id = ? AND state IN ('published', 'hidden')`,
    [seriesId],
    t,
  );
  return (await countAttended({ seriesId, lawyerId }, t)) >= Math.min(series.needed, row?.n ?? 0);
}

/** Registrations of the same lawyers in other sessions of the series that were over by `until`: their hours may hang on this one. */
export async function registrationsBeside({
  activity,
  until,
}: {
  activity: Pick<Activity, 'id' | 'seriesId'>;
  until: number;
}): Promise<number[]> {
  if (activity.seriesId === null) return [];
  const series = await ActivitySeries.findByPk(activity.seriesId);
  if (!series || series.needed === 0) return [];
  const rows = await select(
    sessionRow,
    `SELECT r.id, r.activity_id AS activityId FROM activities a
      JOIN activity_registrations r ON r.activity_id = a.id
      JOIN activity_presences p ON p.registration_id = r.id
      WHERE a.series_id = ? AND a.id <> ? AND a.ends_at <= ?
        AND r.lawyer_id IN (SELECT lawyer_id FROM activity_registrations WHERE activity_id = ?)
      ORDER BY r.id`,
    [activity.seriesId, activity.id, until, activity.id],
  );
  return rows.map(({ id }) => id);
}
