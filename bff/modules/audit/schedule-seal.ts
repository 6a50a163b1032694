import { HOUR_MS } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';

/** Asks for the audit log to be sealed at the next full hour; every process may ask, it is done once. */
export async function scheduleSeal(): Promise<void> {
  const hour = Math.floor(clock.now() / HOUR_MS) + 1;
  await transaction((t) => enqueue('seal-audit', {}, { t, dedupeKey: `seal-audit:${hour}`, runAt: hour * HOUR_MS }));
}
