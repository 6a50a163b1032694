import { HOUR_MS, addDays, endOfShanghaiDay, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';

/** WeChat Pay has the bill of a day ready at ten the next morning. */
const READY_MS = 10.5 * HOUR_MS;

/** Asks for the last whole day to be compared with its bill; every process may ask, it is done once. */
export async function scheduleReconciliation(): Promise<void> {
  const today = clock.today();
  const isReady = clock.now() >= startOfShanghaiDay(today) + READY_MS;
  // Before half past ten the day before yesterday is long done; yesterday's comes today.
  const due = isReady ? today : addDays(today, -1);
  for (const day of [addDays(due, -1), due]) await ask(day);
}

async function ask(date: string): Promise<void> {
  const runAt = endOfShanghaiDay(date) + READY_MS;
  await transaction((t) => enqueue('reconcile-bill', { date }, { t, dedupeKey: `reconcile-bill:${date}`, runAt }));
}
