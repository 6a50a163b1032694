import { z } from 'zod';
import { ACTIVITY_KINDS } from '../activities/enums.ts';
import { keyOf } from '../fields.ts';
import { inOrder, period } from '../statistics/schemas.ts';

/** Of the activities that begin in a period: of a kind, or a single one. */
export const activityPeriod = z
  .strictObject({
    ...period,
    kind: keyOf(ACTIVITY_KINDS, '活动类型').optional(),
    activity: z.coerce
      .number({ error: '请选择活动' })
      .int({ error: '请选择活动' })
      .positive({ error: '请选择活动' })
      .optional(),
  })
  .superRefine(inOrder);
export type ActivityPeriod = z.input<typeof activityPeriod>;
export type ActivityPeriodParsed = z.output<typeof activityPeriod>;
