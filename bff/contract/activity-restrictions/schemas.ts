import { z } from 'zod';
import { MAX_ACTIVITY_REASON } from '../activities/limits.ts';
import { keyOf, line, pageQuery, requiredLine } from '../fields.ts';
import { namesIdentity } from '../text.ts';
import { RESTRICTION_STATES } from './enums.ts';

export const listRestrictions = z.strictObject({
  ...pageQuery,
  state: keyOf(RESTRICTION_STATES, '状态').optional(),
  /** The lawyer whose restrictions are listed, by the whole licence number. */
  licenceNo: line('执业证号', 20).optional(),
});
export type ListRestrictions = z.input<typeof listRestrictions>;

/** Why staff lift a restriction, or let an absence not count: the lawyer reads it. */
export const withReason = z.strictObject({
  reason: requiredLine('原因', MAX_ACTIVITY_REASON).refine((v) => !namesIdentity(v), { error: '请不要写身份证号码' }),
});
export type WithReason = z.input<typeof withReason>;
