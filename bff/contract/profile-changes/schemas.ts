import { z } from 'zod';
import { id, keyOf, pageQuery, paragraph, seenVersion } from '../fields.ts';
import { LATE } from '../office-hours/enums.ts';
import { MAX_BATCH, MAX_OPINION, MIN_OPINION, PROFILE_DOUBTS, VERDICTS } from '../profile/enums.ts';
import { section } from '../profile/schemas.ts';
import { CHANGE_STATES, RESOLUTIONS } from './enums.ts';

/** More conflicts than a section has fields and rows would be nobody's. */
const MAX_CONFLICTS = 500;

export const listProfileChanges = z.strictObject({
  ...pageQuery,
  state: keyOf(CHANGE_STATES, '状态').optional(),
  /** Any part of the lawyer's name, or the beginning of the licence number. */
  search: z.string().max(50).optional(),
  /** Any part of the firm's name. */
  firm: z.string().max(100).optional(),
  doubts: keyOf(PROFILE_DOUBTS, '核查结果').optional(),
  /** Those alone that have waited so long. */
  waited: keyOf(LATE, '等待时长').optional(),
  section: section.optional(),
});
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

/** Changes without doubts, as they were seen in the list. */
export const passProfileChanges = z.strictObject({
  items: z
    .array(z.strictObject({ id: id('变更'), version: seenVersion }), { error: '请选择要通过的变更' })
    .min(1, { error: '请选择要通过的变更' })
    .max(MAX_BATCH, { error: `一次最多通过${MAX_BATCH}份` })
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, { error: '同一份只通过一次' }),
});
export type PassProfileChanges = z.input<typeof passProfileChanges>;
export type PassProfileChangesParsed = z.output<typeof passProfileChanges>;
