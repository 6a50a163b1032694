import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { hasLeft } from '../../accounts/list-colleagues.ts';
import type { Ticket } from '../model.ts';
import { lockTeam } from './read-team.ts';
import { dutyOn, leastLoaded, standInOf, type Colleague } from './rules.ts';
import { tellUnassignedLater } from './tell-unassigned-later.ts';

/**
 * Gives a ticket without an assignee to the colleague at the desk who has the fewest; where nobody is at the desk, its role
 * is told.
 */
export async function assignTicket(ticket: Ticket, t: Transaction): Promise<void> {
  const one = leastLoaded(await lockTeam(t), ticket.role, clock.today());
  if (one) await give(ticket, one, t);
  else await tellUnassignedLater(ticket.role, t);
}

/**
 * Takes a ticket from somebody who is on leave or has left the staff. It goes to the stand-in, else to the colleague at the
 * desk who has the fewest, else to nobody, and then its role is told. Answers who has it now; null where nothing changed or
 * nobody has it.
 */
export async function coverTicket(ticket: Ticket, t: Transaction): Promise<Colleague | null> {
  if (ticket.assigneeId === null) return null;
  const [team, today] = [await lockTeam(t), clock.today()];
  const had = team.find(({ id }) => id === ticket.assigneeId);
  if (had ? dutyOn(had, today) !== 'leave' : !(await hasLeft(ticket.assigneeId, t))) return null;
  const heir = (had && standInOf(had, team, ticket.role, today)) ?? leastLoaded(team, ticket.role, today);
  await give(ticket, heir, t);
  if (!heir) await tellUnassignedLater(ticket.role, t);
  return heir;
}

async function give(ticket: Ticket, one: Colleague | null, t: Transaction): Promise<void> {
  await ticket.update({ assigneeId: one?.id ?? null, assigneeName: one?.name ?? '' }, { transaction: t });
}
