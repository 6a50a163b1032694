import { Op, type Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import type { TextDoubt } from '../../../contract/text-doubts.ts';
import { TICKET_CATEGORIES } from '../../../contract/tickets/enums.ts';
import { MAX_TICKETS_A_DAY } from '../../../contract/tickets/limits.ts';
import type { OpenTicketParsed } from '../../../contract/tickets/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { noteAskedAgain } from '../../faq/note-asked-again.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Ticket } from '../model.ts';
import { createTicket } from './create-ticket.ts';
import { aboutLawyer } from './about-lawyer.ts';
import { openOnce } from './open-once.ts';
import { findTied, UNTIED, type TiedColumns } from './tied-objects.ts';
import { writeMessage } from '../thread/write-message.ts';

/**
 * Opens a ticket; the same key with the same content is one ticket, however often it comes. Throws `invalid_fields`,
 * `too_many_requests`, `idempotency_conflict`. Answers its id.
 */
export async function openTicket(asked: {
  actor: MemberActor;
  input: OpenTicketParsed;
  doubt?: TextDoubt | null;
}): Promise<number> {
  const tied = await findTied(asked.actor, asked.input.tied);
  return openOnce(asked, (submitted, again, t) => open({ ...submitted, tied, doubt: asked.doubt ?? null }, again, t));
}

/** What a member has written, and what staff are told of it. */
interface Written {
  actor: MemberActor;
  input: OpenTicketParsed;
  contentHash: string;
  doubt: TextDoubt | null;
}

async function open(
  submitted: Written & { tied: TiedColumns },
  again: () => Promise<number | null>,
  t: Transaction,
): Promise<number> {
  const { actor } = submitted;
  const { kind, id } = memberIdOf(actor);
  // Tickets of one member are counted one after the other; the double tap that waited finds the first one here.
  await lockForWriting({ firmIds: kind === 'firm' ? [id] : [], lawyerIds: kind === 'lawyer' ? [id] : [] }, t);
  const earlier = await again();
  if (earlier !== null) return earlier;
  const ticket = await writeTicket(submitted, t);
  const { accountId } = actor;
  await noteAskedAgain({ entryIds: submitted.input.readFaq ?? [], accountId, ticketId: ticket.id }, t);
  return ticket.id;
}

/**
 * Writes a ticket with its first message; whoever asks is locked, and the same submission has been looked for. Throws
 * `too_many_requests`, `invalid_fields` for files that are gone.
 */
export async function writeTicket(
  { actor, input, contentHash, tied = UNTIED, doubt }: Written & { tied?: TiedColumns },
  t: Transaction,
): Promise<Ticket> {
  const { kind, id } = memberIdOf(actor);
  const now = clock.now();
  // What a stranger asked for before sign-in does not use up the member's own.
  const today = { askerKind: kind, askerId: id, isUnverified: false, openedAt: { [Op.gt]: now - DAY_MS } };
  if ((await Ticket.count({ where: today, transaction: t })) >= MAX_TICKETS_A_DAY) {
    throw new AppError('too_many_requests', {
      message: `一天最多提交${MAX_TICKETS_A_DAY}份工单，请在已有的工单中补充，或拨打服务热线`,
    });
  }
  const asker = { askerKind: kind, askerId: id, askerName: actor.name, accountId: actor.accountId };
  const { category, title, body, attachments, identityFiles, idempotencyKey } = input;
  const about = await aboutLawyer({ actor, category, lawyerId: input.lawyerId }, t);
  const ticket = await createTicket({ ...asker, ...about, ...tied, category, title, idempotencyKey, contentHash }, t);
  await writeMessage({ ticket, actor, body, attachments, identityFiles, doubt, idempotencyKey: null }, t);
  await writeEvent({ subject: ofTicket(ticket.id), event: 'opened', by: actor }, t);
  const target = `${ticket.number} ${TICKET_CATEGORIES[category].label}`;
  await writeAudit({ actor, action: 'ticket.opened', targetKind: 'ticket', targetId: ticket.id, target }, t);
  return ticket;
}
