import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import type { TicketEvent } from '../../../contract/tickets/enums.ts';
import { REOPEN_DAYS } from '../../../contract/tickets/limits.ts';
import type { AnswerTicket } from '../../../contract/tickets/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockOpenCorrection } from '../../registry/corrections/of-ticket.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Ticket } from '../model.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { loadTicketToWork } from '../policy.ts';
import { answeredClocks, askedClocks, stoppedClocks, type OfficeClock } from '../rules.ts';
import { noteAnswer } from '../statistics/note-step.ts';
import { tellAnswered } from '../thread/tell-answered.ts';
import { writeMessage } from '../thread/write-message.ts';

const EVENTS = { working: 'answered', asked: 'asked', solved: 'solved' } as const satisfies Record<
  AnswerTicket['next'],
  TicketEvent
>;

const CLOCKS = { working: answeredClocks, asked: askedClocks, solved: stoppedClocks };

/**
 * Answers the member, and goes on, asks for something, or solves the ticket; whoever answers has taken it. The member is
 * told that there is an answer, never what it says. Throws `not_found`, `changed_meanwhile`, `wrong_state`.
 */
export async function answerTicket(answer: { actor: StaffActor; id: number; input: AnswerTicket }): Promise<void> {
  const { actor, id, input } = answer;
  await transaction(async (t) => {
    const ticket = await loadTicketToWork({ actor, id, version: input.version }, t);
    if (input.next === 'solved' && (await lockOpenCorrection(id, t))) {
      throw new AppError('wrong_state', { message: UNDECIDED });
    }
    await giveAnswer({ ticket, actor, body: input.body, next: input.next, event: EVENTS[input.next] }, t);
  });
}
const UNDECIDED = '该工单要求更正登记信息：请先采纳并更正、不采纳，或在登记页面办理后结案';

/** Gives an answer to a ticket that is locked, with everything that follows from it. */
export async function giveAnswer(
  given: {
    ticket: Ticket;
    actor: StaffActor;
    body: string;
    next: AnswerTicket['next'];
    event: TicketEvent;
    note?: string;
  },
  t: Transaction,
): Promise<void> {
  const { ticket, actor, body, next, event, note = '' } = given;
  await writeMessage({ ticket, actor, body, attachments: [], idempotencyKey: null }, t);
  await writeEvent({ subject: ofTicket(ticket.id), event, by: actor, note }, t);
  const office = await readOfficeClock(t);
  await noteAnswer({ ticket, personId: actor.accountId, solves: next === 'solved', office }, t);
  await ticket.update(afterAnswer(ticket, { actor, next, office }), { transaction: t });
  if (ticket.state === 'solved' && ticket.solvedAt !== null) await whenSolved(ticket, actor, ticket.solvedAt, t);
  await tellAnswered(ticket, t);
}

function afterAnswer(
  ticket: Ticket,
  { actor, next, office }: { actor: StaffActor; next: AnswerTicket['next']; office: OfficeClock },
) {
  const now = clock.now();
  return {
    ...CLOCKS[next](ticket, now, office),
    state: next,
    isOpen: next !== 'solved',
    solvedAt: next === 'solved' ? now : null,
    ...(ticket.assigneeId === null && { assigneeId: actor.accountId, assigneeName: actor.name }),
    lastMessageAt: now,
    version: ticket.version + 1,
  };
}

async function whenSolved(ticket: Ticket, actor: StaffActor, solvedAt: number, t: Transaction): Promise<void> {
  const line = { action: 'ticket.solved', targetKind: 'ticket', targetId: ticket.id, target: ticket.number } as const;
  await writeAudit({ actor, ...line }, t);
  await enqueue('close-ticket', { ticketId: ticket.id, solvedAt }, { t, runAt: solvedAt + REOPEN_DAYS * DAY_MS });
}
