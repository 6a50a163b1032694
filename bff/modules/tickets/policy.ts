import type { Transaction } from 'sequelize';
import { memberIdOf, type Actor, type StaffActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { Ticket, TicketMessage } from './model.ts';

/** Staff work on the queues of their roles, administrators on every one. */
export const worksOn = (actor: StaffActor, { role }: Pick<Ticket, 'role'>): boolean =>
  actor.roles.includes('administrator') || actor.roles.includes(role);

function mayShow(actor: Actor, ticket: Pick<Ticket, 'role' | 'askerKind' | 'askerId'>): boolean {
  if (actor.kind === 'staff') return worksOn(actor, ticket);
  const { kind, id } = memberIdOf(actor);
  return ticket.askerKind === kind && ticket.askerId === id;
}

/**
 * Loads a ticket that the actor may see; in a transaction its row is locked. Throws `not_found` otherwise, so that a
 * foreign one and one that does not exist look alike: a firm never learns of a complaint about it.
 */
export async function loadTicket(actor: Actor, id: number, t?: Transaction): Promise<Ticket> {
  return expectShown(actor, await Ticket.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE }));
}

/** The ticket that was found, to an actor who may see it; throws `not_found` otherwise, and where there is none. */
export function expectShown<Found extends Pick<Ticket, 'role' | 'askerKind' | 'askerId'>>(
  actor: Actor,
  ticket: Found | null | undefined,
): Found {
  if (!ticket || !mayShow(actor, ticket)) throw new AppError('not_found');
  return ticket;
}

/** The same for an act of staff on what they saw. Throws `changed_meanwhile` in words, and `wrong_state` once it is over. */
export async function loadTicketToWork(
  seen: { actor: StaffActor; id: number; version: number },
  t: Transaction,
): Promise<Ticket> {
  const ticket = await loadTicket(seen.actor, seen.id, t);
  if (!ticket.isOpen) {
    const message = ticket.state === 'merged' ? '该工单已并入其他工单' : '该工单已结束';
    throw new AppError('wrong_state', { message });
  }
  if (ticket.version !== seen.version) {
    throw new AppError('changed_meanwhile', { message: '该工单刚有新的内容，请看过后再提交' });
  }
  return ticket;
}

/** Returns where the actor may see the ticket of a message, and with it its files; throws `not_found` otherwise. */
export async function expectMessageVisible(actor: Actor, id: number): Promise<void> {
  const message = await TicketMessage.findByPk(id);
  if (!message) throw new AppError('not_found');
  await loadTicket(actor, message.ticketId);
}
