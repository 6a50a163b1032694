import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { RATINGS } from './enums.ts';

/** What whoever asked thinks of a ticket that is solved, and whether it may be said now. */
export const ownRating = reply('OwnRating', {
  /** null: not said yet. */
  given: z.strictObject({ rating: oneOf(RATINGS), words: z.string(), at: instant }).nullable(),
  canRate: z.boolean(),
  /** Until when it may be said or changed; null where nobody is asked. */
  until: instant.nullable(),
});
export type OwnRating = z.infer<typeof ownRating>;

/** A line of the list that comes back to whoever leads the desk. */
export const ratingRow = reply('TicketRatingRow', {
  id: z.int(),
  ticketId: z.int(),
  number: z.string(),
  title: z.string(),
  askerName: z.string(),
  assigneeName: z.string(),
  rating: oneOf(RATINGS),
  words: z.string(),
  at: instant,
});
export type RatingRow = z.infer<typeof ratingRow>;
