import { z } from 'zod';
import { RATINGS } from '../ratings/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** A line of the list that comes back to whoever leads the desk. */
export const chatRatingRow = reply('ChatRatingRow', {
  /** The id of the talk. */
  id: z.int(),
  subject: z.string(),
  memberName: z.string(),
  assigneeName: z.string(),
  rating: oneOf(RATINGS),
  words: z.string(),
  at: instant,
});
export type ChatRatingRow = z.infer<typeof chatRatingRow>;
