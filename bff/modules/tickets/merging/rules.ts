import type { TicketState } from '../../../contract/tickets/enums.ts';
import { NEVER, resumedClocks, type Clocks, type OfficeClock } from '../rules.ts';

/** What of a ticket a merge changes: kept as it was, so that undoing brings it back. */
export type Standing = Clocks & {
  state: TicketState;
  isOpen: boolean;
  assigneeId: number | null;
  assigneeName: string;
};

/** A ticket's, without anything else that it holds. */
export const standingOf = (ticket: Standing): Standing => ({
  state: ticket.state,
  isOpen: ticket.isOpen,
  assigneeId: ticket.assigneeId,
  assigneeName: ticket.assigneeName,
  firstDueAt: ticket.firstDueAt,
  doneDueAt: ticket.doneDueAt,
  doneLeft: ticket.doneLeft,
  isExpected: ticket.isExpected,
  queueDueAt: ticket.queueDueAt,
});

/** How the earlier one stands with the later one in it: both clocks at the earlier due (desk.md, Merge). */
export function mergedStanding(target: Standing, ticket: Standing, now: number, office: OfficeClock): Standing {
  const bothWait = target.state === 'asked' && ticket.state === 'asked';
  // Something is to be done: what waits for the member's word does not hold it up.
  const running = (one: Standing): Clocks =>
    one.state === 'asked' && !bothWait ? resumedClocks(one, now, office) : one;
  const [one, other] = [running(target), running(ticket)];
  const firstDueAt = earlier(one.firstDueAt, other.firstDueAt);
  const doneDueAt = earlier(one.doneDueAt, other.doneDueAt);
  return {
    state: target.state === 'asked' && !bothWait ? 'working' : target.state,
    isOpen: true,
    ...(target.assigneeId === null
      ? { assigneeId: ticket.assigneeId, assigneeName: ticket.assigneeName }
      : { assigneeId: target.assigneeId, assigneeName: target.assigneeName }),
    firstDueAt,
    doneDueAt,
    doneLeft: bothWait ? earlier(one.doneLeft, other.doneLeft) : null,
    isExpected: one.isExpected || other.isExpected,
    queueDueAt: Math.min(firstDueAt ?? NEVER, doneDueAt ?? NEVER),
  };
}

/** The later one while it is merged: nothing of its own runs. */
export const MERGED: Standing = {
  state: 'merged',
  isOpen: false,
  assigneeId: null,
  assigneeName: '',
  firstDueAt: null,
  doneDueAt: null,
  doneLeft: null,
  isExpected: false,
  queueDueAt: NEVER,
};

/** The earlier one once the merge is undone: what the merge has set and nobody has changed since is again as it was. */
export function separatedStanding(now: Standing, before: Standing, after: Standing): Standing {
  const isUntouched = (Object.keys(after) as (keyof Standing)[]).every((key) => now[key] === after[key]);
  if (isUntouched) return before;
  const own = (key: 'firstDueAt' | 'doneDueAt') =>
    now[key] !== null && now[key] === after[key] ? before[key] : now[key];
  const [firstDueAt, doneDueAt] = [own('firstDueAt'), own('doneDueAt')];
  return { ...now, firstDueAt, doneDueAt, queueDueAt: Math.min(firstDueAt ?? NEVER, doneDueAt ?? NEVER) };
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
