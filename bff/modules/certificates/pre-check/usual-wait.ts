import { z } from 'zod';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { openMinutesBetween } from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';

const LATELY_MS = 30 * DAY_MS;
/** The latest decisions are looked at, as today is more like yesterday than like last month; of fewer nothing is said. */
const [LEAST, LATEST] = [5, 40];

const decidedRow = z.strictObject({ submittedAt: z.int(), decidedAt: z.int() });

/**
 * How long applications waited for a person lately, in minutes of the office hours, the median; null: there were too few.
 * Those that waited for their member are not counted (ideas.md 8).
 */
export async function readUsualWait(): Promise<number | null> {
  const rows = await select(
    decidedRow,
    `SELECT submitted_at AS submittedAt, decided_at AS decidedAt FROM applications
     WHERE review_mode = 'manual' AND decided_at >= ? AND member_ms = 0 ORDER BY decided_at DESC LIMIT ?`,
    [clock.now() - LATELY_MS, LATEST],
  );
  if (rows.length < LEAST) return null;
  const calendar = await readCalendar('service');
  const waits = rows.map(({ submittedAt, decidedAt }) => openMinutesBetween(calendar, submittedAt, decidedAt));
  return Math.round(waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0);
}
