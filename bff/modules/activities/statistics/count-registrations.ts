import { z } from 'zod';
import { LAWYER_CATEGORIES } from '../../../contract/registry/enums.ts';
import { PRACTICE_RANGES, SHOWN_FIRMS } from '../../../contract/activity-statistics/enums.ts';
import { activityFigures, type ActivityFigures } from '../../../contract/activity-statistics/replies.ts';
import type { ActivityPeriodParsed } from '../../../contract/activity-statistics/schemas.ts';
import { addDays, addMonths, startOfShanghaiDay } from '../../../contract/dates.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';

const sum = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
/** A presence counts of who has a seat alone: who was let in and taken off the list afterwards did not come. */
const COUNTED = `COUNT(*) AS signed, ${sum("r.state = 'registered'")} AS seated,
  ${sum("r.state = 'registered' AND p.outcome = 'present'")} AS came,
  ${sum("r.state = 'registered' AND p.outcome = 'absent' AND p.excuse_reason = ''")} AS absent,
  ${sum("r.state = 'leave'")} AS onLeave, ${sum("r.state = 'cancelled'")} AS cancelled,
  ${sum("r.state IN ('waiting', 'drawing', 'applied', 'left', 'refused', 'unplaced')")} AS unplaced,
  COALESCE(SUM(h.tenths), 0) AS tenths`;
const FROM = `activities a JOIN activity_registrations r ON r.activity_id = a.id JOIN lawyers l ON l.id = r.lawyer_id
  LEFT JOIN activity_presences p ON p.registration_id = r.id LEFT JOIN activity_hours h ON h.id = r.hours_record_id`;

/** The activities that members could see and that begin in the period. */
export function activitiesOf({ from, to, kind, activity }: ActivityPeriodParsed): { sql: string; values: unknown[] } {
  const parts = ["a.published_at IS NOT NULL AND a.state IN ('published', 'hidden', 'cancelled')"];
  parts.push('a.begins_at >= ? AND a.begins_at < ?');
  const values: unknown[] = [startOfShanghaiDay(from), startOfShanghaiDay(addDays(to, 1))];
  if (kind !== undefined) {
    parts.push('a.kind = ?');
    values.push(kind);
  }
  if (activity !== undefined) {
    parts.push('a.id = ?');
    values.push(activity);
  }
  return { sql: parts.join(' AND '), values };
}

const activityRow = activityFigures.extend({ id: z.int() });
const categoryRow = activityFigures.extend({ category: oneOf(LAWYER_CATEGORIES) });
const practiceRow = activityFigures.extend({ years: z.int() });
const firmRow = activityFigures.extend({ firmId: z.int().nullable(), name: z.string() });

/** Registrations of a period's activities by activity. */
export async function countByActivity(asked: ActivityPeriodParsed): Promise<Map<number, ActivityFigures>> {
  const { sql, values } = activitiesOf(asked);
  const rows = await select(activityRow, `SELECT a.id, ${COUNTED} FROM ${FROM} WHERE ${sql} GROUP BY a.id`, values);
  return new Map(rows.map(({ id, ...own }) => [id, own]));
}

/** The same by what lawyers are. */
export async function countByCategory(asked: ActivityPeriodParsed) {
  const { sql, values } = activitiesOf(asked);
  return select(
    categoryRow,
    `SELECT l.category, ${COUNTED} FROM ${FROM} WHERE ${sql} GROUP BY l.category ORDER BY signed DESC, l.category`,
    values,
  );
}

/** The same by how long lawyers have practised at the end of the period: the lower end of PRACTICE_RANGES. */
export async function countByPractice(asked: ActivityPeriodParsed) {
  const { sql, values } = activitiesOf(asked);
  const ends = Object.keys(PRACTICE_RANGES)
    .map(Number)
    .filter((years) => years > 0)
    .sort((a, b) => b - a);
  const range = `CASE ${ends.map((years) => `WHEN l.first_practised_on <= ? THEN ${years}`).join(' ')} ELSE 0 END`;
  const since = ends.map((years) => addMonths(asked.to, -12 * years));
  return select(
    practiceRow,
    `SELECT ${range} AS years, ${COUNTED} FROM ${FROM} WHERE ${sql} GROUP BY years ORDER BY years`,
    [...since, ...values],
  );
}

/** The same by firm as at sign-up, those of which most signed up. */
export async function countByFirm(asked: ActivityPeriodParsed) {
  const { sql, values } = activitiesOf(asked);
  return select(
    firmRow,
    `SELECT r.firm_id AS firmId, COALESCE(MAX(f.name), '') AS name, ${COUNTED} FROM ${FROM}
      LEFT JOIN firms f ON f.id = r.firm_id WHERE ${sql} GROUP BY r.firm_id ORDER BY signed DESC, r.firm_id LIMIT ?`,
    [...values, SHOWN_FIRMS],
  );
}

const filledRow = z.strictObject({ filledAt: z.int() });

/**
 * When as many had signed up for an activity as there are seats, whatever became of them later; null: so many never did. What
 * was cancelled before that counts too, so that the instant is the earliest at which it can have been full.
 */
export async function filledAt({ id, capacity }: { id: number; capacity: number }): Promise<number | null> {
  if (capacity === 0) return null;
  const [row] = await select(
    filledRow,
    'SELECT signed_at AS filledAt FROM activity_registrations WHERE activity_id = ? ORDER BY signed_at, id LIMIT 1 OFFSET ?',
    [id, capacity - 1],
  );
  return row?.filledAt ?? null;
}
