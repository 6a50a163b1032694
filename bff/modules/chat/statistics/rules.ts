import { WAITED_LABELS } from '../../../contract/chat-statistics/enums.ts';
import type { ChatFigures } from '../../../contract/chat-statistics/replies.ts';
import { rangeAt } from '../../../contract/statistics/quantile.ts';

/** What is counted of talks, without what follows from it. */
export type Counted = Omit<ChatFigures, 'medianWords' | 'ninetyWords'>;

const NOTHING: Counted = {
  came: 0,
  taken: 0,
  abandoned: 0,
  waited: WAITED_LABELS.map(() => 0),
  silent: 0,
  ticketed: 0,
  good: 0,
  fair: 0,
  bad: 0,
};

/** Counts added up, as people read them: the ranges in which half, and nine of ten, were taken. */
export function figuresOf(rows: readonly Counted[]): ChatFigures {
  const sum = rows.reduce(add, NOTHING);
  return {
    ...sum,
    medianWords: WAITED_LABELS[rangeAt(sum.waited, 0.5)] ?? '',
    ninetyWords: WAITED_LABELS[rangeAt(sum.waited, 0.9)] ?? '',
  };
}

const add = (a: Counted, b: Counted): Counted => ({
  came: a.came + b.came,
  taken: a.taken + b.taken,
  abandoned: a.abandoned + b.abandoned,
  waited: a.waited.map((n, place) => n + (b.waited[place] ?? 0)),
  silent: a.silent + b.silent,
  ticketed: a.ticketed + b.ticketed,
  good: a.good + b.good,
  fair: a.fair + b.fair,
  bad: a.bad + b.bad,
});
