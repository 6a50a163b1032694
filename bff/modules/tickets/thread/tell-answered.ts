import type { Transaction } from 'sequelize';
import { TICKET_STATES } from '../../../contract/tickets/enums.ts';
import type { Ticket } from '../model.ts';
import { tellAsker } from './tell-asker.ts';

/** Tells whoever opened a ticket that there is an answer: never what it says. */
export async function tellAnswered(ticket: Ticket, t: Transaction): Promise<void> {
  await tellAsker({ ticket, event: 'ticket_answered', words: { state: TICKET_STATES[ticket.state] } }, t);
}
