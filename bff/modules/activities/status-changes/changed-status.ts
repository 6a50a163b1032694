import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';

/**
 * 资格变动: a live registration whose lawyer is no longer an active member, and of whom staff have not decided with that
 * status. Who only does not fit the conditions any more keeps his registration (activities.md, Who may sign up).
 * Reads `r`, the registration, and `l`, its lawyer.
 */
export const STATUS_CHANGED = "r.live_key IS NOT NULL AND l.status <> 'active' AND r.kept_status <> l.status";

/** How many of an activity wait for the decision of staff. */
export async function countChangedStatuses(activityId: number): Promise<number> {
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM activity_registrations r JOIN lawyers l ON l.id = r.lawyer_id
      WHERE r.activity_id = ? AND ${STATUS_CHANGED}`,
    [activityId],
  );
  return row?.n ?? 0;
}
