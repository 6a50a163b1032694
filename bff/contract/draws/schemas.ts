import { z } from 'zod';
import { requiredLine } from '../fields.ts';
import { toHalfWidth } from '../text.ts';
import { MAX_DRAW_OUTCOME } from './limits.ts';

export const drawParams = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: '抽签页面地址无效' }),
});

/** What came of the public draw; width and spaces do not tell two entries apart. */
export const enterOutcome = z.strictObject({
  outcome: requiredLine('公开开奖结果', MAX_DRAW_OUTCOME).transform((v) => toHalfWidth(v).replace(/\s+/g, ' ').trim()),
});
export type EnterOutcome = z.input<typeof enterOutcome>;
export type EnterOutcomeParsed = z.output<typeof enterOutcome>;
