import { endOfShanghaiDay, HOUR_MS, startOfShanghaiDay } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';

/** Shanghai time of the daily look, when people are at work. */
const MORNING_MS = 9 * HOUR_MS;

/** Asks for the next daily look at something; every process may ask, it is done once. */
export async function scheduleDaily(name: 'watch-signing-certificate' | 'ask-for-holidays'): Promise<void> {
  const today = startOfShanghaiDay(clock.today()) + MORNING_MS;
  const runAt = today > clock.now() ? today : endOfShanghaiDay(clock.today()) + MORNING_MS;
  await transaction((t) => enqueue(name, {}, { t, dedupeKey: `${name}:${runAt}`, runAt }));
}
