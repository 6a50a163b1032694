import { z } from 'zod';
import { keyOf, pageQuery, paragraph } from '../fields.ts';
import { namesIdentity } from '../text.ts';
import { RATINGS } from './enums.ts';
import { MAX_RATING_WORDS } from './limits.ts';

export const giveRating = z.strictObject({
  rating: keyOf(RATINGS, '满意程度'),
  words: paragraph('意见', MAX_RATING_WORDS)
    .refine((v) => !namesIdentity(v), { error: '意见中请不要写身份证号码' })
    .default(''),
});
export type GiveRating = z.input<typeof giveRating>;
export type GivenRating = z.output<typeof giveRating>;

export const listRatings = z.strictObject({ ...pageQuery, rating: keyOf(RATINGS, '满意程度').optional() });
export type ListRatings = z.input<typeof listRatings>;
