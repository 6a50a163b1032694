import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import type { TicketDetail, TicketRow } from '../../../contract/tickets/replies.ts';
import { findCorrectionOf } from '../../registry/corrections/of-ticket.ts';
import type { Ticket } from '../model.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { isSoon, leftMinutesOf } from '../clocks/show-clocks.ts';
import { listNumbersOf } from '../numbers/list-numbers-of.ts';
import { loadTicket } from '../policy.ts';
import { presentMessages, presentTicket, presentTimeline } from '../present.ts';
import { mergedIntoOf, readThread, readTies } from '../thread/read-thread.ts';
import { NEVER, type OfficeClock } from '../rules.ts';

/** A ticket of the actor's queues, with what both sides have said. Throws `not_found`. */
export async function showTicket({ actor, id }: { actor: StaffActor; id: number }): Promise<TicketDetail> {
  const ticket = await loadTicket(actor, id);
  const [{ messages, files, timeline }, numbers, office, mergedInto, request, ties] = await Promise.all([
    readThread(id),
    listNumbersOf(id),
    readOfficeClock(),
    mergedIntoOf(ticket),
    findCorrectionOf(id),
    readTies(id),
  ]);
  const doubts = new Map(messages.map((message) => [message.id, message.doubt]));
  return {
    ...rowOf(ticket, actor, office),
    isUnverified: ticket.isUnverified,
    about: ticket.aboutLawyerId === null ? null : { id: ticket.aboutLawyerId, name: ticket.aboutName },
    ties,
    messages: presentMessages(messages, files, { number: ticket.number, reader: actor.kind }).map((message) => ({
      ...message,
      numbers: numbers.get(message.id) ?? [],
      doubt: doubts.get(message.id) ?? null,
    })),
    timeline: presentTimeline(timeline, actor.kind),
    mergedInto,
    can: {
      take: ticket.isOpen && (ticket.assigneeId !== actor.accountId || ticket.state === 'waiting'),
      answer: ticket.isOpen,
      solve: ticket.isOpen && request?.state !== 'open',
      move: ticket.isOpen,
      merge: ticket.isOpen,
      unmerge: ticket.state === 'merged',
      split: ticket.isOpen,
    },
    version: ticket.version,
  };
}

export type Listed = Pick<
  Ticket,
  | 'id'
  | 'number'
  | 'category'
  | 'title'
  | 'state'
  | 'openedAt'
  | 'lastMessageAt'
  | 'askerKind'
  | 'askerId'
  | 'askerName'
  | 'assigneeId'
  | 'assigneeName'
  | 'queueDueAt'
  | 'firstDueAt'
  | 'basis'
  | 'isExpected'
>;

/** A line of the queue, with the open minutes that are left. */
export function rowOf(ticket: Listed, { accountId }: StaffActor, office: OfficeClock): TicketRow {
  const dueAt = ticket.queueDueAt === NEVER ? null : ticket.queueDueAt;
  const leftMinutes = dueAt === null ? null : leftMinutesOf(dueAt, office);
  return {
    ...presentTicket(ticket),
    askerKind: ticket.askerKind,
    askerId: ticket.askerId,
    askerName: ticket.askerName,
    assigneeName: ticket.assigneeName,
    isMine: ticket.assigneeId === accountId,
    dueAt: toIso(dueAt),
    leftMinutes,
    isSoon: leftMinutes !== null && isSoon(ticket, leftMinutes),
    isExpected: ticket.isExpected,
  };
}
