import { z } from 'zod';
import { keyOf, pageQuery, paragraph, seenVersion } from '../fields.ts';
import { MAX_OPINION, MIN_OPINION, VERDICTS } from '../profile/enums.ts';
import { CHANGE_STATES, RESOLUTIONS } from './enums.ts';

/** More conflicts than a section has fields and rows would be nobody's. */
const MAX_CONFLICTS = 500;

export const listProfileChanges = z.strictObject({ ...pageQuery, state: keyOf(CHANGE_STATES, '状态').optional() });
export type ListProfileChanges = z.input<typeof listProfileChanges>;

export const decideProfileChange = z
  .strictObject({
    version: seenVersion,
    verdict: keyOf(VERDICTS, '审核结果'),
    opinion: paragraph('审核意见', MAX_OPINION).default(''),
    /** `row.field` or `row` of each conflict → which side it is settled by. */
    resolved: z
      .record(z.string().regex(/^[A-Za-z0-9_.-]{1,90}$/, { error: '内容格式有误' }), keyOf(RESOLUTIONS, '处理方式'))
      .refine((all) => Object.keys(all).length <= MAX_CONFLICTS, { error: '内容格式有误' })
      .default({}),
  })
  .refine(({ verdict, opinion }) => verdict === 'pass' || [...opinion].length >= MIN_OPINION, {
    error: `驳回须写明审核意见，至少${MIN_OPINION}个字`,
    path: ['opinion'],
  });
export type DecideProfileChange = z.input<typeof decideProfileChange>;
export type DecideProfileChangeParsed = z.output<typeof decideProfileChange>;
