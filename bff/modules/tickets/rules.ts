import { DAY_MS } from '../../contract/dates.ts';
import type { TicketCategoryKey, TicketState } from '../../contract/tickets/enums.ts';
import { REOPEN_DAYS, REOPENED_MINUTES } from '../../contract/tickets/limits.ts';
import { dueOf, NEVER, nextStepAt, silentAt, type Asked, type OfficeClock, type Run } from './clocks/run.ts';

export { NEVER, type OfficeClock } from './clocks/run.ts';

/** What both due instants follow from, kept so that they can be reckoned again (clocks/reckon-again.ts). */
export interface Basis {
  first: Run | null;
  /** A clock that stands keeps here what is left of it. */
  done: Run | null;
  /** While the member has to add something. */
  asked: Asked | null;
}

/** Both clocks of a ticket, as they are stored (desk.md, Clocks). */
export interface Clocks {
  firstDueAt: number | null;
  doneDueAt: number | null;
  /** While solving stands: what is left of it. */
  doneLeft: number | null;
  isExpected: boolean;
  queueDueAt: number;
  basis: Basis;
  /** When the next step is due: a message to the staff, a reminder to the member (clocks/watch-tickets.ts). */
  watchAt: number;
}

/** Starts both clocks from their basis. */
export function runningClocks({ first, done }: Omit<Basis, 'asked'>, office: OfficeClock): Clocks {
  const [firstDue, doneDue] = [first && dueOf(first, office), done && dueOf(done, office)];
  return {
    firstDueAt: firstDue?.at ?? null,
    doneDueAt: doneDue?.at ?? null,
    doneLeft: null,
    isExpected: Boolean(firstDue?.isExpected || doneDue?.isExpected),
    queueDueAt: Math.min(firstDue?.at ?? NEVER, doneDue?.at ?? NEVER),
    basis: { first, done, asked: null },
    watchAt: Math.min(first ? nextStepAt(first, office) : NEVER, done ? nextStepAt(done, office) : NEVER),
  };
}

/** The clocks pause, with what is left of solving. */
export const pausedClocks = (done: Run | null, asked: Asked | null, office: OfficeClock): Clocks => ({
  ...noClocks(),
  doneLeft: done?.minutes ?? null,
  basis: { first: null, done, asked },
  watchAt: asked ? silentAt(asked, office) : NEVER,
});

/** The clocks of a ticket that is over: nothing runs, and nothing is left. */
export const noClocks = (): Clocks => ({
  firstDueAt: null,
  doneDueAt: null,
  doneLeft: null,
  isExpected: false,
  queueDueAt: NEVER,
  basis: { first: null, done: null, asked: null },
  watchAt: NEVER,
});

const started = (category: TicketCategoryKey, minutes: number, from: number): Run => ({
  from,
  minutes,
  whole: minutes,
  of: { category, minutes },
  told: 0,
});

/** The clocks of a ticket that is opened, or goes to another category, by what that category promises. */
export function startClocks(key: TicketCategoryKey, now: number, office: OfficeClock): Clocks {
  const { firstMinutes, doneMinutes } = office.terms(key);
  const done = doneMinutes === null ? null : started(key, doneMinutes, now);
  return runningClocks({ first: started(key, firstMinutes, now), done }, office);
}

/**
 * The clocks of a ticket that goes to another category: counted from when it was opened, and never later than was promised
 * before.
 */
export function movedClocks(
  key: TicketCategoryKey,
  ticket: Clocks & { openedAt: number; state: TicketState },
  office: OfficeClock,
): Clocks {
  const there = startClocks(key, ticket.openedAt, office).basis;
  if (ticket.state === 'asked') {
    const { done: left, asked } = ticket.basis;
    const isLess = left === null || (there.done !== null && there.done.minutes < left.minutes);
    return pausedClocks(isLess ? there.done : left, asked, office);
  }
  const first = ticket.firstDueAt === null ? null : earlierRun(ticket.basis.first, there.first, office);
  return runningClocks({ first, done: earlierRun(ticket.basis.done, there.done, office) }, office);
}

/** Of two clocks the one that is due first; of equals the former. */
export function earlierRun(a: Run | null, b: Run | null, office: OfficeClock): Run | null {
  if (a === null || b === null) return a ?? b;
  return dueOf(a, office).at <= dueOf(b, office).at ? a : b;
}

/** The clocks after an answer: the first answer is given; solving goes on, with what was left where its clock stood. */
export function answeredClocks(before: Clocks, now: number, office: OfficeClock): Clocks {
  const { doneDueAt, basis } = before;
  if (doneDueAt === null) return resumedClocks(before, now, office);
  return runningClocks({ first: null, done: basis.done }, office);
}

/**
 * The clocks in 已解决: nothing runs, and what is left of solving is kept: nothing where it is overdue, all of it where no
 * clock ran.
 */
export function stoppedClocks(before: Clocks, now: number, office: OfficeClock): Clocks {
  return pausedClocks(leftOf(before, now, office), null, office);
}

/** In 待补充 nothing runs either, but silence is noticed. */
export function askedClocks(before: Clocks, now: number, office: OfficeClock): Clocks {
  return pausedClocks(leftOf(before, now, office), { since: now, remindedAt: null }, office);
}

function leftOf({ doneDueAt, basis: { done } }: Clocks, now: number, office: OfficeClock): Run | null {
  if (done === null || doneDueAt === null) return done;
  return { ...done, minutes: Math.max(0, Math.floor(done.minutes - office.between(done.from, now))) };
}

/** The member has added what was asked for: the clock of solving goes on with what was left. */
export function resumedClocks({ basis: { done } }: Clocks, now: number, office: OfficeClock): Clocks {
  return runningClocks({ first: null, done: done && { ...done, from: now } }, office);
}

/** The clocks of a ticket that is opened again: both begin anew, solving with at least two hours. */
export function reopenedClocks(key: TicketCategoryKey, { basis }: Clocks, now: number, office: OfficeClock): Clocks {
  const { firstMinutes, doneMinutes } = office.terms(key);
  const minutes = Math.max(REOPENED_MINUTES, basis.done?.minutes ?? 0);
  // This time is granted anew, so a later change of what the category promises leaves it as it is.
  const done = doneMinutes === null ? null : { from: now, minutes, whole: minutes, of: null, told: 0 };
  return runningClocks({ first: started(key, firstMinutes, now), done }, office);
}

/** What whoever opened a ticket may do with it now. */
export function askerMay({ state, solvedAt }: { state: TicketState; solvedAt: number | null }, now: number) {
  const isOpen = state === 'waiting' || state === 'working' || state === 'asked';
  const reopens = isSolved(state) && solvedAt !== null && now < solvedAt + REOPEN_DAYS * DAY_MS;
  return { add: isOpen || reopens, cancel: isOpen };
}

/** Done, by an answer or because the member said nothing more; a word of the member opens it again. */
export const isSolved = (state: TicketState): boolean => state === 'solved' || state === 'lapsed';
