import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { readOfficeClock } from './office-clock.ts';

/** How often clocks are looked at while the office is open. */
const EVERY_MS = 5 * 60_000;

/** Asks for the next look at the clocks, in office hours; every process may ask, it is done once. */
export async function scheduleTicketWatch(): Promise<void> {
  await transaction(async (t) => {
    const office = await readOfficeClock(t);
    const next = (Math.floor(clock.now() / EVERY_MS) + 1) * EVERY_MS;
    const runAt = office.nextOpen(next);
    await enqueue('watch-ticket-clocks', {}, { t, dedupeKey: `watch-ticket-clocks:${runAt}`, runAt });
  });
}
