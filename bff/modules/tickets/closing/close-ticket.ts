import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Ticket } from '../model.ts';
import { isSolved } from '../rules.ts';

/** Closes a ticket that nobody has opened again since it was solved at `solvedAt`. */
export async function closeTicket({ ticketId, solvedAt }: { ticketId: number; solvedAt: number }): Promise<void> {
  await transaction(async (t) => {
    const ticket = await Ticket.findByPk(ticketId, { transaction: t, lock: t.LOCK.UPDATE });
    if (!ticket || !isSolved(ticket.state) || ticket.solvedAt !== solvedAt) return;
    await ticket.update({ state: 'closed', version: ticket.version + 1 }, { transaction: t });
    await writeEvent({ subject: ofTicket(ticketId), event: 'closed', by: null }, t);
  });
}
