import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { RATINGS } from './enums.ts';

/** What whoever asked thinks of a ticket that is solved or a talk that is over, and whether it may be said now. */
export const ownRating = reply('OwnRating', {
  /** null: not said yet. */
  given: z.strictObject({ rating: oneOf(RATINGS), words: z.string(), at: instant }).nullable(),
  canRate: z.boolean(),
  /** Until when it may be said or changed; null where nobody is asked. */
  until: instant.nullable(),
});
export type OwnRating = z.infer<typeof ownRating>;
