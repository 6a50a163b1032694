import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { readStaff } from '../../accounts/list-colleagues.ts';
import { TicketDuty } from '../duty/model.ts';
import { lockTeam, readTeam } from '../duty/read-team.ts';
import type { Colleague } from '../duty/rules.ts';
import { Ticket } from '../model.ts';

/** What somebody of the staff still has open: every row that names a person who has to see to it. */
export interface OpenMatters {
  person: { id: number; name: string };
  tickets: Ticket[];
  /** Leaves that are not over, in which the person stands in. */
  leaves: TicketDuty[];
  team: Colleague[];
}

/**
 * Reads what a member of staff has open, who may have left already; in a transaction its rows are locked, tickets before
 * the switches of the team. Throws `not_found`.
 */
export async function readOpenMatters(accountId: number, t?: Transaction): Promise<OpenMatters> {
  const person = await readStaff(accountId, t);
  if (!person) throw new AppError('not_found');
  const where = { isOpen: true, assigneeId: accountId };
  const tickets = await Ticket.findAll({ where, order: ['id'], ...(t && { transaction: t, lock: t.LOCK.UPDATE }) });
  const team = t ? await lockTeam(t) : await readTeam();
  const duties = await TicketDuty.findAll({ where: { standInId: accountId }, ...(t && { transaction: t }) });
  const today = clock.today();
  const leaves = duties.filter(({ leaveUntil }) => leaveUntil !== null && leaveUntil >= today);
  return { person, tickets, leaves, team };
}
