import type { StaffSeries } from '../../../contract/activity-series/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ActivitySeries } from '../sessions/model.ts';
import { isSignedUpFor, sessionsOf } from './load-series.ts';
import { presentSeries, presentSession } from './present-series.ts';

/** A series as staff see it, with all its sessions. Throws `not_found`. */
export async function showSeries(id: number): Promise<StaffSeries> {
  const series = await ActivitySeries.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  const sessions = await sessionsOf(id);
  const now = clock.now();
  return {
    ...presentSeries(series),
    sessions: sessions.map((session) => ({
      ...presentSession(session, now),
      taken: session.taken,
    })),
    version: series.version,
    isFree: !(await isSignedUpFor(sessions)),
  };
}
