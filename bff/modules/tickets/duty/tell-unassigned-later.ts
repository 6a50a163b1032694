import type { Transaction } from 'sequelize';
import type { Role } from '../../../contract/accounts/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { nextOpen } from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';

/** Tickets that come within as long are told of together. */
const TOGETHER_MS = 10 * 60_000;

/** Has a role told of tickets that nobody was there to be given, in office hours. */
export async function tellUnassignedLater(role: Role, t: Transaction): Promise<void> {
  const together = Math.ceil(clock.now() / TOGETHER_MS) * TOGETHER_MS;
  const runAt = nextOpen(await readCalendar('tickets', t), together).at;
  await enqueue('tell-unassigned-tickets', { role }, { t, runAt, dedupeKey: `unassigned:${role}:${runAt}` });
}
