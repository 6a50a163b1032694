import { toIso } from '../../../contract/dates.ts';
import type { Rating } from '../../../contract/ratings/enums.ts';
import type { OwnRating } from '../../../contract/ratings/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';

/** A rating as whoever gave it reads it. @param until epoch ms; null: nobody is asked */
export const presentRating = (
  given: { rating: Rating; words: string; ratedAt: number } | null,
  until: number | null,
): OwnRating => ({
  given: given && { rating: given.rating, words: given.words, at: toIso(given.ratedAt) },
  canRate: until !== null && clock.now() < until,
  until: toIso(until),
});

/** Throws `wrong_state` in words where nobody is asked for a rating, or no longer. @param until epoch ms */
export function expectRatable(until: number | null, words: { never: string; late: string }): void {
  if (until === null) throw new AppError('wrong_state', { message: words.never });
  if (clock.now() >= until) throw new AppError('wrong_state', { message: words.late });
}
