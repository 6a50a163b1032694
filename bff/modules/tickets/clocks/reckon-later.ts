import type { Transaction } from 'sequelize';
import type { DueCause } from '../../../contract/ticket-clocks/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';

/** Later than any process still goes by the calendar and the promises of before (their caches last three seconds). */
const DELAY_MS = 5_000;

/** Has the clocks of open tickets reckoned again, in the transaction that changes what they follow from. */
export async function reckonLater(cause: DueCause, t: Transaction): Promise<void> {
  await enqueue('reckon-ticket-clocks', { cause }, { t, runAt: clock.now() + DELAY_MS });
}

/** Office hours or special days are others now. */
export const reckonOnNewCalendar = (_event: object, t: Transaction): Promise<void> => reckonLater('calendar', t);
