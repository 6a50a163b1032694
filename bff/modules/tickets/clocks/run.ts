import { ESCALATIONS } from '../../../contract/ticket-clocks/enums.ts';
import { REMIND_DAYS, LAPSE_DAYS } from '../../../contract/ticket-clocks/limits.ts';
import type { Due } from '../../office-hours/calendar.ts';
import type { TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { REOPENED_MINUTES } from '../../../contract/tickets/limits.ts';

/** The calendar of the desk and what it promises, as far as clocks ask: instants in epoch ms, durations in open minutes. */
export interface OfficeClock {
  add(at: number, minutes: number): Due;
  between(from: number, to: number): number;
  /** The first instant from then on at which somebody is there. */
  nextOpen(at: number): number;
  /** So many working days later. */
  addDays(at: number, days: number): Due;
  /** During 年度考核: by when what came at that instant is done; null: outside of it. */
  sameDay(at: number): Due | null;
  terms(category: TicketCategoryKey): { firstMinutes: number; doneMinutes: number | null };
}

/** What a due instant follows from: kept, so that it can be reckoned again when calendar or promises change. */
export interface Run {
  from: number;
  /** Open minutes that were left then, and that the clock had in the beginning. */
  minutes: number;
  whole: number;
  /** What a category promised; null: granted otherwise, as at reopening. */
  of: { category: TicketCategoryKey; minutes: number } | null;
  /** How many of ESCALATIONS have been said. */
  told: number;
}

/** Since when the member has had to add something, and when that was said once more; null: not yet. */
export interface Asked {
  since: number;
  remindedAt: number | null;
}

/** No clock runs: behind everything that is due. 2200-01-01. */
export const NEVER = 7_258_118_400_000;

/**
 * When a clock runs out: during 年度考核 on the same day, but for a ticket that was opened again not before the two hours that
 * it was granted.
 */
export function dueOf({ from, minutes, of }: Run, office: OfficeClock): Due {
  const plain = office.add(from, minutes);
  const sooner = office.sameDay(from);
  if (sooner === null || sooner.at >= plain.at) return plain;
  if (of !== null) return sooner;
  const least = office.add(from, Math.min(minutes, REOPENED_MINUTES));
  return least.at > sooner.at ? least : sooner;
}

/** When the next of ESCALATIONS is to be said, always in office hours; NEVER: all of them were. */
export function nextStepAt(run: Run, office: OfficeClock): number {
  const step = ESCALATIONS[run.told];
  if (step === undefined) return NEVER;
  const left = office.between(run.from, dueOf(run, office).at);
  const spent = run.whole - run.minutes;
  const after = Math.max(0, (step.percent / 100) * (left + spent) - spent);
  return office.nextOpen(Math.ceil(office.add(run.from, after).at));
}

/**
 * When the member's silence is noticed next, in office hours: a reminder, then the end, which never comes sooner after a
 * late reminder than after one in time.
 */
export function silentAt({ since, remindedAt }: Asked, office: OfficeClock): number {
  if (remindedAt === null) return office.nextOpen(office.addDays(since, REMIND_DAYS).at);
  const left = office.addDays(remindedAt, LAPSE_DAYS - REMIND_DAYS).at;
  return office.nextOpen(Math.max(left, office.addDays(since, LAPSE_DAYS).at));
}

/** The same clock where its category promises something else now: what was spent stays spent. */
export function withTerms(run: Run, promised: number | null): Run {
  if (run.of === null || promised === null || promised === run.of.minutes) return run;
  const more = promised - run.of.minutes;
  return {
    ...run,
    minutes: Math.max(0, run.minutes + more),
    whole: promised,
    of: { ...run.of, minutes: promised },
  };
}
