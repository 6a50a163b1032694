import { z } from 'zod';
import { keyOf, pageQuery } from '../fields.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { CORRECTION_STATES } from './enums.ts';

const lawyerId = z.coerce.number({ error: '请选择律师' }).int().positive().max(Number.MAX_SAFE_INTEGER);

/** Absent: the member's own entries. */
export const showCorrectable = z.strictObject({ lawyerId: lawyerId.optional() });
export type ShowCorrectable = z.input<typeof showCorrectable>;

export const listCorrections = z.strictObject({
  ...pageQuery,
  state: keyOf(CORRECTION_STATES, '状态').optional(),
  subjectKind: keyOf(SUBJECT_KINDS, '会员类别').optional(),
  subjectId: z.coerce.number({ error: '会员有误' }).int().positive().optional(),
});
export type ListCorrections = z.input<typeof listCorrections>;
