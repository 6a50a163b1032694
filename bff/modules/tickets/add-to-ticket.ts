import { UniqueConstraintError, type Transaction } from 'sequelize';
import type { MemberActor } from '../../actor.ts';
import type { AddToTicketParsed } from '../../contract/tickets/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { ofTicket } from '../../subject.ts';
import { writeEvent } from '../timeline/write-event.ts';
import { TicketMessage, type Ticket } from './model.ts';
import { readOfficeClock } from './office-clock.ts';
import { loadTicket } from './policy.ts';
import { askerMay, reopenedClocks, resumedClocks, type Clocks } from './rules.ts';
import { writeMessage } from './write-message.ts';

/**
 * Adds what a member has to say to an own ticket: one that waits for it goes on, one that is solved is opened again. The
 * same key is one message. Throws `not_found`, `wrong_state` once it is over, `invalid_fields` for files that are gone.
 */
export async function addToTicket(added: { actor: MemberActor; id: number; input: AddToTicketParsed }): Promise<void> {
  const { actor, id, input } = added;
  try {
    await transaction(async (t) => {
      const ticket = await loadTicket(actor, id, t);
      const { idempotencyKey } = input;
      if (await TicketMessage.count({ where: { ticketId: id, idempotencyKey }, transaction: t })) return;
      if (!askerMay(ticket, clock.now()).add) throw new AppError('wrong_state', { message: OVER });
      const { body, attachments } = input;
      await writeMessage({ ticket, actor, body, attachments, idempotencyKey }, t);
      const event = ticket.state === 'solved' ? 'reopened' : 'added';
      await writeEvent({ subject: ofTicket(id), event, by: actor }, t);
      await ticket.update(
        { ...(await afterAdding(ticket, t)), lastMessageAt: clock.now(), version: ticket.version + 1 },
        { transaction: t },
      );
    });
  } catch (error) {
    // The twin of a double tap has said it.
    if (!(error instanceof UniqueConstraintError)) throw error;
  }
}
const OVER = '该工单已结束，如仍有问题请提交新工单，并写明原工单编号';

type Change = Partial<Clocks & Pick<Ticket, 'state' | 'isOpen' | 'solvedAt'>>;

async function afterAdding(ticket: Ticket, t: Transaction): Promise<Change> {
  const { state, category } = ticket;
  if (state === 'waiting' || state === 'working') return {};
  const office = await readOfficeClock(t);
  const now = clock.now();
  if (state === 'asked') return { state: 'working', ...resumedClocks(ticket, now, office) };
  return { state: 'working', isOpen: true, solvedAt: null, ...reopenedClocks(category, ticket, now, office) };
}
