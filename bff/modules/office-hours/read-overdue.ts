import { clock } from '../../platform/clock/clock.ts';
import { workingDaysAgo } from './calendar.ts';
import { readCalendar } from './read-calendar.ts';

/** What has been waiting since before this instant has waited longer than one working day: it is overdue. Epoch ms. */
export async function readOverdueBefore(): Promise<number> {
  return workingDaysAgo(await readCalendar('service'), clock.now(), 1);
}
