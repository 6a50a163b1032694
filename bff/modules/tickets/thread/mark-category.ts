import type { Transaction } from 'sequelize';
import { ticketCategory } from '../../../contract/tickets/enums.ts';
import { markAllIdentity } from '../../files/bind-files.ts';
import { Ticket, TicketMessage } from '../model.ts';

/**
 * Marks what a member has sent in a ticket, and in those merged into it, as identity documents where the category it was
 * given asks for one, as if it had been sent in that category.
 */
export async function markByCategory({ id, category }: Pick<Ticket, 'id' | 'category'>, t: Transaction): Promise<void> {
  if (ticketCategory(category).showsIdentity !== true) return;
  const merged = await Ticket.findAll({ where: { mergedInto: id }, attributes: ['id'], transaction: t });
  const where = { ticketId: [id, ...merged.map((ticket) => ticket.id)], byKind: 'member' as const };
  const messages = await TicketMessage.findAll({ where, attributes: ['id'], transaction: t });
  await markAllIdentity({ kind: 'ticket_message', ids: messages.map((message) => message.id) }, t);
}
