import { z } from 'zod';
import { REVIEW_RULES, type ReviewRule } from './enums.ts';
import { MAX_OPINION, MAX_OPINIONS } from './limits.ts';
import { MAX_OVERRULING_WORDS, saysEnough, WORDS_MISSING } from './words.ts';
import { paragraph } from '../fields.ts';

/** More than a screen of ready sentences is slower than typing. */

export const opinionBlocks = z.strictObject({
  opinions: z
    .array(paragraph('常用意见', MAX_OPINION).refine((v) => v !== '', { error: '请填写内容，或删除这一条' }))
    .max(MAX_OPINIONS, { error: `常用意见最多${MAX_OPINIONS}条` })
    .refine((all) => new Set(all).size === all.length, { error: '有两条内容相同，请删除其中一条' }),
  version: z.number({ error: '缺少版本号，请刷新页面后重试' }).int(),
});
export type OpinionBlocks = z.input<typeof opinionBlocks>;

export const statisticsWindow = z.strictObject({ days: z.enum(['30', '90']).default('30') });
export type StatisticsWindow = z.input<typeof statisticsWindow>;

/** Rule in doubt → how the reviewer has settled it; once for all subjects of which the rule is in doubt. */
export const overrulingWords = z.partialRecord(
  z.enum(Object.keys(REVIEW_RULES) as [ReviewRule, ...ReviewRule[]], { error: '没有这项核查' }),
  paragraph('核实说明', MAX_OVERRULING_WORDS).refine(saysEnough, { error: WORDS_MISSING }),
);
export type OverrulingWords = z.output<typeof overrulingWords>;
