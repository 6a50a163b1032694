import type { Transaction } from 'sequelize';
import { TICKET_CLOCKS } from '../../../contract/ticket-clocks/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { tellColleagues } from '../clocks/tell-colleagues.ts';
import { Ticket } from '../model.ts';

/** Has the role told of a request for help, at once or when the office opens: whoever asks waits before a closed door. */
export async function tellOfHelpLater(ticketId: number, t: Transaction): Promise<void> {
  const office = await readOfficeClock(t);
  const runAt = office.nextOpen(clock.now());
  await enqueue('tell-of-help', { ticketId }, { t, dedupeKey: `tell-of-help:${ticketId}:${runAt}`, runAt });
}

/** Mails the role of a request for help, with its number and time alone; not once somebody has taken it. */
export async function tellOfHelp(ticketId: number): Promise<void> {
  await transaction(async (t) => {
    const ticket = await Ticket.findByPk(ticketId, { transaction: t });
    if (!ticket?.isOpen || ticket.assigneeId !== null || ticket.firstDueAt === null) return;
    // The day may have been declared a day off since.
    if ((await readOfficeClock(t)).nextOpen(clock.now()) > clock.now()) return tellOfHelpLater(ticketId, t);
    const step = { ticket, to: 'role', percent: 0, which: TICKET_CLOCKS.first, dueAt: ticket.firstDueAt } as const;
    await tellColleagues([step], t);
  });
}
