import { isDeepStrictEqual } from 'node:util';
import type { TicketState } from '../../../contract/tickets/enums.ts';
import type { Run } from '../clocks/run.ts';
import {
  earlierRun,
  noClocks,
  resumedClocks,
  runningClocks,
  pausedClocks,
  type Clocks,
  type OfficeClock,
} from '../rules.ts';

/** What of a ticket a merge changes: kept as it was, so that undoing brings it back. */
export type StateAndClocks = Clocks & {
  state: TicketState;
  isOpen: boolean;
  assigneeId: number | null;
  assigneeName: string;
};

/** A ticket's, without anything else that it holds. */
export const stateAndClocksOf = (ticket: StateAndClocks): StateAndClocks => ({
  state: ticket.state,
  isOpen: ticket.isOpen,
  assigneeId: ticket.assigneeId,
  assigneeName: ticket.assigneeName,
  firstDueAt: ticket.firstDueAt,
  doneDueAt: ticket.doneDueAt,
  doneLeft: ticket.doneLeft,
  isExpected: ticket.isExpected,
  queueDueAt: ticket.queueDueAt,
  basis: ticket.basis,
  watchAt: ticket.watchAt,
});

/** How the earlier one stands with the later one in it: both clocks at the earlier due (desk.md, Merge). */
export function mergedState(
  target: StateAndClocks,
  ticket: StateAndClocks,
  now: number,
  office: OfficeClock,
): StateAndClocks {
  const bothWait = target.state === 'asked' && ticket.state === 'asked';
  return {
    state: target.state === 'asked' && !bothWait ? 'working' : target.state,
    isOpen: true,
    ...(target.assigneeId === null
      ? { assigneeId: ticket.assigneeId, assigneeName: ticket.assigneeName }
      : { assigneeId: target.assigneeId, assigneeName: target.assigneeName }),
    ...(bothWait ? waitingClocks(target, ticket, office) : earlierClocks(target, ticket, now, office)),
  };
}

const waitingClocks = (target: StateAndClocks, ticket: StateAndClocks, office: OfficeClock): Clocks =>
  pausedClocks(lessLeft(target.basis.done, ticket.basis.done), target.basis.asked, office);

function earlierClocks(target: StateAndClocks, ticket: StateAndClocks, now: number, office: OfficeClock): Clocks {
  // One of the two is being worked on: a clock that stands because its member was asked does not hold up the other.
  const running = (one: StateAndClocks): Clocks => (one.state === 'asked' ? resumedClocks(one, now, office) : one);
  const [one, other] = [running(target).basis, running(ticket).basis];
  const first = earlierRun(one.first, other.first, office);
  return runningClocks({ first, done: earlierRun(one.done, other.done, office) }, office);
}

/** The later ticket while it is merged: it has no running clock of its own. */
export const merged = (): StateAndClocks => ({
  state: 'merged',
  isOpen: false,
  assigneeId: null,
  assigneeName: '',
  ...noClocks(),
});

/** The earlier one once the merge is undone: what the merge has set and nobody has changed since is again as it was. */
export function separatedState(
  now: StateAndClocks,
  before: StateAndClocks,
  after: StateAndClocks,
  office: OfficeClock,
): StateAndClocks {
  if (isDeepStrictEqual(now, after)) return before;
  // Where no clock runs now, the merge has brought nothing forward that could be given back.
  if (now.firstDueAt === null && now.doneDueAt === null) return now;
  const own = (clock: 'first' | 'done') =>
    isDeepStrictEqual(now.basis[clock], after.basis[clock]) ? before.basis[clock] : now.basis[clock];
  const first = now.firstDueAt === null ? null : own('first');
  return { ...now, ...runningClocks({ first, done: own('done') }, office) };
}

function lessLeft(a: Run | null, b: Run | null): Run | null {
  if (a === null || b === null) return a ?? b;
  return a.minutes <= b.minutes ? a : b;
}
