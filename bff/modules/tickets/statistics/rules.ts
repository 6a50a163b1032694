import type { Rating } from '../../../contract/ratings/enums.ts';
import { rangeAt } from '../../../contract/statistics/quantile.ts';
import { TOOK_LABELS, TOOK_LIMITS, type TicketStepKind } from '../../../contract/ticket-statistics/enums.ts';
import type { TicketFigures } from '../../../contract/ticket-statistics/replies.ts';
import type { Clocks, OfficeClock } from '../rules.ts';

/** What is counted; a step counts once in each of its measures. */
export type Measure =
  TicketStepKind | 'answer_due' | 'answer_kept' | 'done_due' | 'done_kept' | Rating | `took_${number}`;

/** What a step says for the numbers. */
export interface Counted {
  step: TicketStepKind;
  isWithin: boolean | null;
  minutes: number | null;
  rating: Rating | null;
}

/** The measures in which a step counts, in one order for everybody: rows are locked in it. */
export function measuresOf({ step, isWithin, minutes, rating }: Counted): Measure[] {
  const found: Measure[] = [step];
  const clock = step === 'answered' ? 'answer' : step === 'done' ? 'done' : null;
  if (clock !== null && isWithin !== null) found.push(`${clock}_due`, ...(isWithin ? [`${clock}_kept` as const] : []));
  if (minutes !== null) found.push(tookOf(minutes));
  if (rating !== null) found.push(rating);
  return found.sort();
}

/** The range into which a solving time falls; a time equal to a limit falls into the lower range. */
export function tookOf(minutes: number): `took_${number}` {
  const place = TOOK_LIMITS.findIndex((limit) => minutes <= limit);
  return `took_${place === -1 ? TOOK_LIMITS.length : place}`;
}

/** The range in which the median lies (of an even number the lower of the middle two); '' where nothing was counted. */
export const medianWords = (took: readonly number[]): string => TOOK_LABELS[rangeAt(took, 0.5)] ?? '';

/** Counts by measure as the numbers that people read. */
export function figuresOf(counts: ReadonlyMap<string, number>): TicketFigures {
  const n = (measure: Measure) => counts.get(measure) ?? 0;
  const took = TOOK_LABELS.map((_, place) => n(`took_${place}`));
  return {
    came: n('came'),
    answered: n('answered'),
    answersPromised: n('answer_due'),
    answeredWithin: n('answer_kept'),
    done: n('done'),
    donePromised: n('done_due'),
    doneWithin: n('done_kept'),
    medianWords: medianWords(took),
    took,
    lapsed: n('lapsed'),
    reopened: n('reopened'),
    good: n('good'),
    fair: n('fair'),
    bad: n('bad'),
  };
}

/** Whether a ticket that is being answered for the first time is answered in time; null: it was answered before. */
export const answeredInTime = ({ firstDueAt }: Pick<Clocks, 'firstDueAt'>, now: number): boolean | null =>
  firstDueAt === null ? null : now <= firstDueAt;

/**
 * The open minutes that a ticket took until it is solved, without those in which the member was waited for, and whether
 * that was in time. Where nothing was promised, all minutes since it was opened.
 */
export function solvedIn(
  ticket: Pick<Clocks, 'doneDueAt' | 'basis'> & { openedAt: number },
  now: number,
  office: OfficeClock,
): { minutes: number; isWithin: boolean | null } {
  const { doneDueAt, openedAt } = ticket;
  const { done } = ticket.basis;
  if (done === null) return { minutes: Math.round(office.between(openedAt, now)), isWithin: null };
  const running = doneDueAt === null ? 0 : office.between(done.from, now);
  const isWithin = doneDueAt === null ? done.minutes > 0 : now <= doneDueAt;
  return { minutes: Math.max(0, Math.round(done.whole - done.minutes + running)), isWithin };
}
