import { z } from 'zod';
import { MAX_REASON } from '../certificates/limits.ts';
import { keyOf, pageQuery, paragraph } from '../fields.ts';
import { LATE } from '../office-hours/enums.ts';
import { MATTER_STATES } from './enums.ts';

/** A letter is upheld over a changed fact with words only. */
const MIN_REASON = 5;

export const listMatters = z.strictObject({
  ...pageQuery,
  state: keyOf(MATTER_STATES, '状态').optional(),
  /** Those alone that have been open for so long. */
  waited: keyOf(LATE, '等待时长').optional(),
});
export type ListMatters = z.input<typeof listMatters>;

export const settleMatter = z.strictObject({
  act: z.enum(['revoke', 'uphold'], { error: '请选择撤销或仍属实' }),
  reason: paragraph('理由', MAX_REASON).refine((v) => [...v].length >= MIN_REASON, {
    error: `请填写理由，至少${MIN_REASON}个字`,
  }),
});
export type SettleMatter = z.input<typeof settleMatter>;
