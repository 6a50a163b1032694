import { z } from 'zod';
import { eligibility } from '../eligibility/schemas.ts';
import { MAX_LISTED } from '../eligibility/limits.ts';
import { line, wholeNumber } from '../fields.ts';
import { toPlainNumber } from '../text.ts';

/** `after`: the id of the last lawyer that was looked at; 0: from the first. */
export const countEligible = z.strictObject({
  eligibility: eligibility.nullable(),
  after: wholeNumber('位置', 0, Number.MAX_SAFE_INTEGER).default(0),
});
export type CountEligible = z.input<typeof countEligible>;
export type CountEligibleParsed = z.output<typeof countEligible>;

/** A line each, as it was pasted; blank ones keep their place, so that lines are called by their number. */
export const findListed = z.strictObject({
  lines: z
    .array(line('执业证号', 60).transform(toPlainNumber), { error: '请填写名单' })
    .min(1, { error: '请填写名单' })
    .max(MAX_LISTED, { error: `名单最多${MAX_LISTED}行` }),
});
export type FindListed = z.input<typeof findListed>;
export type FindListedParsed = z.output<typeof findListed>;
