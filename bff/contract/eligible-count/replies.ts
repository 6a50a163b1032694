import { z } from 'zod';
import { reply } from '../reply-parts.ts';

/** Of a piece of all practising lawyers: how many fit. The asker adds the pieces up. */
export const eligiblePiece = reply('EligiblePiece', {
  looked: z.int(),
  fit: z.int(),
  examples: z.array(z.strictObject({ id: z.int(), name: z.string(), firm: z.string() })),
  /** Where the next piece begins; null: that was the last one. */
  next: z.int().nullable(),
});
export type EligiblePiece = z.infer<typeof eligiblePiece>;

/** The lawyers of a list, each once in its order, and which of its lines (from 1) are nobody's number. */
export const foundListed = reply('FoundListed', { lawyerIds: z.array(z.int()), missingLines: z.array(z.int()) });
export type FoundListed = z.infer<typeof foundListed>;
