import type { StaffSeries } from '../../../contract/activity-series/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { readRichText } from '../../../platform/rich-text/read-rich-text.ts';
import { phaseOf } from '../rules.ts';
import { ActivitySeries } from '../sessions/model.ts';
import { isSignedUpFor, sessionsOf } from './load-series.ts';

/** A series as staff see it, with all its sessions. Throws `not_found`. */
export async function showSeries(id: number): Promise<StaffSeries> {
  const series = await ActivitySeries.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  const sessions = await sessionsOf(id);
  const now = clock.now();
  return {
    id,
    title: series.title,
    way: series.way,
    needed: series.needed,
    details: readRichText(series.details),
    sessions: sessions.map((session) => ({
      id: session.id,
      title: session.title,
      phase: phaseOf(session, now),
      place: session.place,
      beginsAt: toIso(session.beginsAt),
      endsAt: toIso(session.endsAt),
      capacity: session.capacity,
      taken: session.taken,
    })),
    version: series.version,
    isFree: !(await isSignedUpFor(sessions)),
  };
}
