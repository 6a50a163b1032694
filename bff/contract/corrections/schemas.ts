import { z } from 'zod';
import { id, keyOf, pageQuery, paragraph } from '../fields.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { namesIdentity } from '../text.ts';
import { CORRECTION_FIELD_KEYS, CORRECTION_STATES } from './enums.ts';
import {
  MAX_CORRECTION_OPINION,
  MAX_CORRECTION_PROOFS,
  MAX_CORRECTION_REASON,
  MAX_CORRECTION_WANTED,
} from './limits.ts';

const words = (label: string, max: number) =>
  paragraph(label, max).refine((v) => !namesIdentity(v), {
    error: `${label}中请不要写身份证号码，请上传证件照片，或到协会窗口出示证件`,
  });
const requiredWords = (label: string, max: number) =>
  words(label, max).refine((v) => v !== '', { error: `请填写${label}` });

const lawyerId = z.coerce.number({ error: '请选择律师' }).int().positive().max(Number.MAX_SAFE_INTEGER);

/** Absent: the member's own entries. */
export const showCorrectable = z.strictObject({ lawyerId: lawyerId.optional() });
export type ShowCorrectable = z.input<typeof showCorrectable>;

export const requestCorrection = z.strictObject({
  /** One of the firm's own lawyers; absent: the member itself. */
  lawyerId: id('律师').optional(),
  field: z.enum(CORRECTION_FIELD_KEYS, { error: '请选择有误的项目' }),
  /** In the form of the registry: a key where there is a choice, yyyy-MM-dd for a day. */
  wanted: requiredWords('正确内容', MAX_CORRECTION_WANTED),
  reason: requiredWords('理由', MAX_CORRECTION_REASON),
  attachments: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '附件无效，请移除后重新上传' }), {
      error: '附件格式有误',
    })
    .max(MAX_CORRECTION_PROOFS, { error: `附件最多${MAX_CORRECTION_PROOFS}份` })
    .refine((tokens) => new Set(tokens).size === tokens.length, { error: '同一份附件只需上传一次' })
    .default([]),
  idempotencyKey: z
    .string({ error: '缺少提交标识，请刷新页面后重试' })
    .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: '提交标识无效，请刷新页面后重试' }),
});
export type RequestCorrection = z.input<typeof requestCorrection>;
export type RequestCorrectionParsed = z.output<typeof requestCorrection>;

export const listCorrections = z.strictObject({
  ...pageQuery,
  state: keyOf(CORRECTION_STATES, '状态').optional(),
  subjectKind: keyOf(SUBJECT_KINDS, '会员类别').optional(),
  subjectId: z.coerce.number({ error: '会员有误' }).int().positive().optional(),
});
export type ListCorrections = z.input<typeof listCorrections>;

/** What the reader saw. */
const version = z.number({ error: '缺少版本号，请刷新页面后重试' }).int().nonnegative();
const opinion = requiredWords('处理意见', MAX_CORRECTION_OPINION);

/** adopt: the registry's own act writes the wanted value; settle: staff have done it by hand; refuse: it stays. */
export const decideCorrection = z.discriminatedUnion(
  'verdict',
  [
    z.strictObject({ verdict: z.literal('adopt'), version }),
    z.strictObject({ verdict: z.literal('settle'), version, opinion }),
    z.strictObject({ verdict: z.literal('refuse'), version, opinion }),
  ],
  { error: '请选择采纳或者不采纳' },
);
export type DecideCorrection = z.input<typeof decideCorrection>;
export type CorrectionDecision = z.output<typeof decideCorrection>;
