import { z } from 'zod';
import { MAX_ACTIVITY_REASON } from '../activities/limits.ts';
import { requiredLine, seenVersion } from '../fields.ts';
import { namesIdentity } from '../text.ts';

const reason = requiredLine('原因', MAX_ACTIVITY_REASON).refine((v) => !namesIdentity(v), {
  error: '请不要写身份证号码',
});

/** 提前: why somebody comes before all who wait; every one of the staff reads it. */
export const moveToFront = z.strictObject({ reason });
export type MoveToFront = z.input<typeof moveToFront>;

/** 全部递补: why there are seats for all who wait. */
export const serveAll = z.strictObject({ reason, version: seenVersion });
export type ServeAll = z.input<typeof serveAll>;
export type ServeAllParsed = z.output<typeof serveAll>;
