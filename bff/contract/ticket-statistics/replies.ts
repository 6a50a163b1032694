import { z } from 'zod';
import { ROLES } from '../accounts/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { RATINGS } from '../ratings/enums.ts';
import { TICKET_CATEGORIES } from '../tickets/enums.ts';
import { TICKET_STEPS } from './enums.ts';

const count = z.int().nonnegative();

const figures = {
  came: count,
  answered: count,
  answeredWithin: count,
  /** Answers whose clock ran: of them answeredWithin is a part. */
  answersPromised: count,
  done: count,
  /** Of those done, how many had a clock, and how many kept it. */
  donePromised: count,
  doneWithin: count,
  /** 30–60分钟, of open time; '' where nothing was done. */
  medianWords: z.string(),
  /** How many took how long, one for each of TOOK_LABELS. */
  took: z.array(count),
  lapsed: count,
  reopened: count,
  good: count,
  fair: count,
  bad: count,
};
const figuresOnly = z.strictObject(figures);
export type TicketFigures = z.infer<typeof figuresOnly>;

/** What came to the caller's queues in a period and what became of it. */
export const ticketStatistics = reply('TicketStatistics', {
  /** The first day that was counted; null: nothing was yet. */
  since: z.string().nullable(),
  /** Now, whatever the period. */
  open: count,
  overdue: count,
  total: figuresOnly,
  byRole: z.array(z.strictObject({ role: oneOf(ROLES), ...figures })),
  byCategory: z.array(z.strictObject({ category: oneOf(TICKET_CATEGORIES), ...figures })),
  byDay: z.array(z.strictObject({ day: z.string(), ...figures })),
});
export type TicketStatistics = z.infer<typeof ticketStatistics>;

/** The same by person. */
export const ticketPeople = reply('TicketPeople', {
  people: z.array(z.strictObject({ id: z.int(), name: z.string(), ...figures })),
});
export type TicketPeople = z.infer<typeof ticketPeople>;

/** A line of the list behind a number. */
export const ticketStepRow = reply('TicketStepRow', {
  id: z.int(),
  ticketId: z.int(),
  number: z.string(),
  title: z.string(),
  askerName: z.string(),
  category: oneOf(TICKET_CATEGORIES),
  step: oneOf(TICKET_STEPS),
  at: instant,
  /** Null: no clock ran. */
  isWithin: z.boolean().nullable(),
  /** Open minutes that solving took. */
  minutes: z.int().nullable(),
  rating: oneOf(RATINGS).nullable(),
});
export type TicketStepRow = z.infer<typeof ticketStepRow>;
