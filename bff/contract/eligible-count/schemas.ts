import { z } from 'zod';
import { eligibility } from '../eligibility/schemas.ts';
import { wholeNumber } from '../fields.ts';

/** `after`: the id of the last lawyer that was looked at; 0: from the first. */
export const countEligible = z.strictObject({
  eligibility: eligibility.nullable(),
  after: wholeNumber('位置', 0, Number.MAX_SAFE_INTEGER).default(0),
});
export type CountEligible = z.input<typeof countEligible>;
export type CountEligibleParsed = z.output<typeof countEligible>;
