import { z } from 'zod';
import { signUp } from '../activities/schemas.ts';
import { id, line, pageQuery } from '../fields.ts';
import { MAX_SIGNED_UP } from './limits.ts';

export const listFirmCandidates = z.strictObject({
  ...pageQuery,
  /** Any part of a name, or of a licence number. */
  search: line('关键词', 50).optional(),
});
export type ListFirmCandidates = z.input<typeof listFirmCandidates>;

/** 为本所律师报名: all of them in one group; each confirms himself where that is asked. */
export const signUpLawyers = signUp.omit({ answers: true }).extend({
  lawyerIds: z
    .array(id('律师'), { error: '请选择律师' })
    .min(1, { error: '请选择律师' })
    .max(MAX_SIGNED_UP, { error: `一次最多为${MAX_SIGNED_UP}名律师报名` })
    .refine((ids) => new Set(ids).size === ids.length, { error: '同一名律师只需选择一次' }),
});
export type SignUpLawyers = z.input<typeof signUpLawyers>;
export type SignUpLawyersParsed = z.output<typeof signUpLawyers>;
