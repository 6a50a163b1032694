import { z } from 'zod';
import { reply } from '../reply-parts.ts';

const count = z.int().nonnegative();

/** Of the talks that were begun in a period, whatever came of them later. */
const figures = {
  came: count,
  taken: count,
  /** Left the queue, or were taken out of it, before anybody was there. */
  abandoned: count,
  /** How many waited how long for the first who took them, one for each of WAITED_LABELS. */
  waited: z.array(count),
  /** 1–2分钟; '' where none was taken. */
  medianWords: z.string(),
  ninetyWords: z.string(),
  /** Talks that were ended because nobody wrote anything more. */
  silent: count,
  ticketed: count,
  good: count,
  fair: count,
  bad: count,
};
const figuresOnly = z.strictObject(figures);
export type ChatFigures = z.infer<typeof figuresOnly>;

export const chatStatistics = reply('ChatStatistics', {
  /** Now, whatever the period. */
  waiting: count,
  talking: count,
  total: figuresOnly,
  byDay: z.array(z.strictObject({ day: z.string(), ...figures })),
});
export type ChatStatistics = z.infer<typeof chatStatistics>;

/** The same by who had the talk last. */
export const chatPeople = reply('ChatPeople', {
  people: z.array(z.strictObject({ id: z.int(), name: z.string(), ...figures })),
});
export type ChatPeople = z.infer<typeof chatPeople>;
