import type { Transaction } from 'sequelize';
import { transaction } from '../../../platform/db/database.ts';
import { Ticket } from '../model.ts';
import { runningClocks, pausedClocks } from '../rules.ts';
import { readOfficeClock } from './office-clock.ts';
import { ESCALATIONS } from '../../../contract/ticket-clocks/enums.ts';
import type { OfficeClock, Run } from './run.ts';

/**
 * Gives tickets that are older than this feature the basis from which their due instants can be reckoned again. It runs at
 * every start and finds nothing after the first.
 */
export async function adoptEarlierTickets(): Promise<void> {
  await transaction(async (t) => {
    const earlier = await Ticket.findAll({ where: { basis: null as never }, transaction: t, lock: t.LOCK.UPDATE });
    if (earlier.length === 0) return;
    const office = await readOfficeClock(t);
    for (const ticket of earlier) await adopt(ticket, office, t);
  });
}

async function adopt(ticket: Ticket, office: OfficeClock, t: Transaction): Promise<void> {
  const { openedAt, firstDueAt, doneDueAt, doneLeft, lastMessageAt, state } = ticket;
  // Escalations that were due before escalations existed count as said.
  const granted = (from: number, minutes: number): Run => ({
    from,
    minutes,
    whole: minutes,
    of: null,
    told: ESCALATIONS.length,
  });
  const running = (due: number | null) =>
    due === null ? null : granted(openedAt, Math.round(office.between(openedAt, due)));
  const left = doneLeft === null ? null : granted(lastMessageAt, doneLeft);
  const asked = state === 'asked' ? { since: lastMessageAt, remindedAt: null } : null;
  const first = running(firstDueAt);
  const done = running(doneDueAt);
  const clocks = first || done ? runningClocks({ first, done }, office) : pausedClocks(left, asked, office);
  await ticket.update(clocks, { transaction: t });
}
