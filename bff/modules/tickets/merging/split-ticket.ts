import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { ticketCategory } from '../../../contract/tickets/enums.ts';
import type { SplitReply } from '../../../contract/ticket-desk/replies.ts';
import type { SplitTicket } from '../../../contract/ticket-desk/schemas.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { findCorrectionOf } from '../../registry/corrections/of-ticket.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { TicketMessage, type Ticket } from '../model.ts';
import { expectMessageVisible, loadTicketToWork } from '../policy.ts';
import { createTicket } from '../asking/create-ticket.ts';
import { markByCategory } from '../thread/mark-category.ts';

/**
 * Makes a message of a member a ticket of its own, with its files, in the queue of its category; its clocks run from when
 * it was written. Throws as `loadTicketToWork`, and `wrong_state` where nothing of the member would be left, and
 * for what proves an entry of the registry.
 */
export async function splitTicket(split: {
  actor: StaffActor;
  messageId: number;
  input: SplitTicket;
}): Promise<SplitReply> {
  const { actor, messageId, input } = split;
  await expectMessageVisible(actor, messageId);
  return transaction(async (t) => {
    const { ticketId } = await TicketMessage.findByPk(messageId, { transaction: t, rejectOnEmpty: true });
    const ticket = await loadTicketToWork({ actor, id: ticketId, version: input.version }, t);
    const message = await TicketMessage.findByPk(messageId, { transaction: t, rejectOnEmpty: true });
    if (message.ticketId !== ticket.id) throw new AppError('changed_meanwhile');
    await expectTwo(ticket, message, t);
    await expectNoProof(message);
    const { category, title } = input;
    const { askerKind, askerId, askerName, accountId, contentHash, isUnverified } = ticket;
    const asker = { askerKind, askerId, askerName, accountId, contentHash, isUnverified };
    const { aboutLawyerId, aboutName } = ticket;
    const about = ticketCategory(category).isOfOnePerson ? { aboutLawyerId, aboutName } : {};
    const made = await createTicket({ ...asker, ...about, category, title, promisedFrom: message.at }, t);
    await message.update({ ticketId: made.id }, { transaction: t });
    await markByCategory(made, t);
    await ticket.update({ version: ticket.version + 1 }, { transaction: t });
    await writeEvent({ subject: ofTicket(made.id), event: 'split', by: actor, note: ticket.number }, t);
    await writeEvent({ subject: ofTicket(ticket.id), event: 'split', by: actor, note: made.number }, t);
    const line = { targetKind: 'ticket', targetId: ticket.id, target: ticket.number } as const;
    const detail = `拆出${made.number} ${ticketCategory(category).label}`;
    await writeAudit({ actor, action: 'ticket.split', ...line, detail }, t);
    return { id: made.id, number: made.number };
  });
}

/** A ticket is what a member asks: each of both has at least one message of the member. */
async function expectTwo(ticket: Ticket, message: TicketMessage, t: Transaction): Promise<void> {
  if (message.byKind !== 'member') throw new AppError('wrong_state', { message: '只能拆分会员的留言' });
  const where = { ticketId: ticket.id, byKind: 'member' as const };
  if ((await TicketMessage.count({ where, transaction: t })) > 1) return;
  throw new AppError('wrong_state', { message: '会员在该工单中只有这一条留言，不需要拆分；可以改分类' });
}

/** Files are kept with the ticket that changed the registry: what it rested on stays there. */
async function expectNoProof({ ticketId, at }: TicketMessage): Promise<void> {
  const request = await findCorrectionOf(ticketId);
  if (request?.state !== 'adopted' || request.endedAt === null || at > request.endedAt) return;
  throw new AppError('wrong_state', { message: '该留言是登记变更的依据，须留在原工单；更正之后的留言可以拆分' });
}
