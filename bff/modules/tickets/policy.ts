import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { memberIdOf, type Actor, type StaffActor } from '../../actor.ts';
import { ROLES } from '../../contract/accounts/enums.ts';
import { SUBJECT_KINDS } from '../../contract/registry/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { TICKET_CATEGORIES, TICKET_STATES } from '../../contract/tickets/enums.ts';
import { AppError } from '../../errors.ts';
import { select } from '../../platform/db/database.ts';
import { flag } from '../../platform/db/rows.ts';
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
  const ticket = await Ticket.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE });
  if (!ticket || !mayShow(actor, ticket)) throw new AppError('not_found');
  return ticket;
}

const row = z.strictObject({
  id: z.int(),
  number: z.string(),
  category: oneOf(TICKET_CATEGORIES),
  title: z.string(),
  state: oneOf(TICKET_STATES),
  role: oneOf(ROLES),
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  aboutName: z.string(),
  openedAt: z.int(),
  lastMessageAt: z.int(),
  firstDueAt: z.int().nullable(),
  doneDueAt: z.int().nullable(),
  isExpected: flag,
  solvedAt: z.int().nullable(),
  mergedInto: z.int().nullable(),
});
const BY_ID = `SELECT id, number, category, title, state, role, asker_kind AS askerKind, asker_id AS askerId,
  about_name AS aboutName, opened_at AS openedAt, last_message_at AS lastMessageAt, first_due_at AS firstDueAt,
  done_due_at AS doneDueAt, is_expected AS isExpected, solved_at AS solvedAt, merged_into AS mergedInto
  FROM tickets WHERE id = ?`;

/** The same to be read only, as a row: its member opens it again and again while waiting. Throws `not_found`. */
export async function readTicket(actor: Actor, id: number) {
  const [ticket] = await select(row, BY_ID, [id]);
  if (!ticket || !mayShow(actor, ticket)) throw new AppError('not_found');
  return { ...ticket, isExpected: ticket.isExpected === 1 };
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
