import { clock } from '../../platform/clock/clock.ts';
import type { Condition } from '../../platform/db/keyset.ts';
import { workingDaysAgo } from './calendar.ts';
import { readCalendar } from './read-calendar.ts';

/** What has been waiting since before this instant has waited longer than one working day: it is overdue. Epoch ms. */
export async function readOverdueBefore(): Promise<number> {
  return workingDaysAgo(await readCalendar('service'), clock.now(), 1);
}

/** Rows that have waited longer than one working day since `since` (SQL for epoch ms): the filter LATE of a list. */
export async function overdueSince(since: string): Promise<Condition> {
  return { sql: `${since} < ?`, values: [await readOverdueBefore()] };
}
