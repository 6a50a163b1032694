import { DAY_MS } from '../../contract/dates.ts';
import { ticketCategory, type TicketCategoryKey, type TicketState } from '../../contract/tickets/enums.ts';
import { REOPEN_DAYS, REOPENED_MINUTES } from '../../contract/tickets/limits.ts';

/** The calendar of the desk, as far as clocks need it: instants in epoch ms, durations in open minutes. */
export interface OfficeClock {
  add(at: number, minutes: number): { at: number; isExpected: boolean };
  between(from: number, to: number): number;
}

/** Both clocks of a ticket, as they are stored (desk.md, Clocks). */
export interface Clocks {
  firstDueAt: number | null;
  doneDueAt: number | null;
  /** While solving stands: what is left of it. */
  doneLeft: number | null;
  isExpected: boolean;
  queueDueAt: number;
}

/** No clock runs: behind everything that is due. 2200-01-01. */
export const NEVER = 7_258_118_400_000;

const clocks = (
  first: { at: number; isExpected: boolean } | null,
  done: { at: number; isExpected: boolean } | null,
  doneLeft: number | null,
): Clocks => ({
  firstDueAt: first?.at ?? null,
  doneDueAt: done?.at ?? null,
  doneLeft,
  isExpected: Boolean(first?.isExpected || done?.isExpected),
  queueDueAt: Math.min(first?.at ?? NEVER, done?.at ?? NEVER),
});

/** Of a ticket that is opened, or that goes to another category: what is promised there. */
export function startClocks(key: TicketCategoryKey, now: number, office: OfficeClock): Clocks {
  const { firstMinutes, doneMinutes } = ticketCategory(key);
  return clocks(office.add(now, firstMinutes), doneMinutes === null ? null : office.add(now, doneMinutes), null);
}

/** Of one that goes to another category: never later than was promised, and from when it was opened. */
export function movedClocks(
  key: TicketCategoryKey,
  ticket: Clocks & { openedAt: number; state: TicketState },
  office: OfficeClock,
): Clocks {
  const there = startClocks(key, ticket.openedAt, office);
  if (ticket.state === 'asked') {
    return clocks(null, null, earlier(ticket.doneLeft, ticketCategory(key).doneMinutes));
  }
  const firstDueAt = ticket.firstDueAt === null ? null : earlier(ticket.firstDueAt, there.firstDueAt);
  const doneDueAt = earlier(ticket.doneDueAt, there.doneDueAt);
  // Whether it is certain says the one of both that counts.
  const isExpected = doneDueAt === ticket.doneDueAt ? ticket.isExpected : there.isExpected;
  const due = (at: number | null) => (at === null ? null : { at, isExpected });
  return clocks(due(firstDueAt), due(doneDueAt), null);
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** After an answer: the first one is given; solving goes on, with what was left where it stood. */
export function answeredClocks(before: Clocks, now: number, office: OfficeClock): Clocks {
  const { doneDueAt, isExpected } = before;
  return doneDueAt === null ? resumedClocks(before, now, office) : clocks(null, { at: doneDueAt, isExpected }, null);
}

/** In 待补充 and 已解决 nothing runs; what is left is kept, nothing of what is overdue, and all of it where nothing ran. */
export function stoppedClocks({ doneDueAt, doneLeft }: Clocks, now: number, office: OfficeClock): Clocks {
  const left = doneDueAt === null ? doneLeft : Math.max(0, Math.floor(office.between(now, doneDueAt)));
  return clocks(null, null, left);
}

/** The member has added what was asked for: the clock of solving goes on with what was left. */
export function resumedClocks({ doneLeft }: Clocks, now: number, office: OfficeClock): Clocks {
  return clocks(null, doneLeft === null ? null : office.add(now, doneLeft), null);
}

/** Opened again: both begin anew, solving with at least two hours. */
export function reopenedClocks(key: TicketCategoryKey, { doneLeft }: Clocks, now: number, office: OfficeClock): Clocks {
  const { firstMinutes, doneMinutes } = ticketCategory(key);
  const done = doneMinutes === null ? null : office.add(now, Math.max(REOPENED_MINUTES, doneLeft ?? 0));
  return clocks(office.add(now, firstMinutes), done, null);
}

/** What whoever opened a ticket may do with it now. */
export function askerMay({ state, solvedAt }: { state: TicketState; solvedAt: number | null }, now: number) {
  const isOpen = state === 'waiting' || state === 'working' || state === 'asked';
  const reopens = state === 'solved' && solvedAt !== null && now < solvedAt + REOPEN_DAYS * DAY_MS;
  return { add: isOpen || reopens, cancel: isOpen };
}
