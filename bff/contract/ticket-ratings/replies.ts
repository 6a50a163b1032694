import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { RATINGS } from '../ratings/enums.ts';

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
