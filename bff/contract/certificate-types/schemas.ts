import { z } from 'zod';
import { MAX_NOTICE, MAX_ROSTER_TITLE } from './limits.ts';
import { MAX_WORDING } from './check-wording.ts';
import { APPLICATION_FIELDS, CERTIFICATE_GROUPS, LAWYER_SCOPES, SAMPLE_SITUATIONS, TYPE_AUDIENCES } from './enums.ts';
import { REVIEW_MODES } from '../review/enums.ts';
import { faultsOfCombination, RULE_SET_USES, type RuleSet } from './rule-sets.ts';
import { eligibility } from '../eligibility/schemas.ts';
import { keyOf, line, paragraph, printed, requiredLine, wholeNumber } from '../fields.ts';

/** Ten years: nobody believes an older letter. */
const MAX_VALIDITY_MONTHS = 120;

/** 证明类型 as the administrator writes it; what does not go together is refused under the field to change. */
export const typeInput = z
  .strictObject({
    label: printed('名称', requiredLine('名称', 60)),
    group: keyOf(CERTIFICATE_GROUPS, '分组'),
    audience: keyOf(TYPE_AUDIENCES, '申请对象'),
    reviewMode: keyOf(REVIEW_MODES, '审核方式'),
    ruleSet: z.enum(Object.keys(RULE_SET_USES) as [RuleSet, ...RuleSet[]], { error: '请选择核查规则' }),
    lawyerScope: keyOf(LAWYER_SCOPES, '涉及律师'),
    asks: z
      .array(keyOf(APPLICATION_FIELDS, '填写项目'), { error: '请选择填写项目' })
      .refine((asks) => new Set(asks).size === asks.length, { error: '同一项目被重复选择' }),
    /** Who of the audience may ask for it; null: everybody. */
    eligibility: eligibility.nullable(),
    notice: paragraph('填写须知', MAX_NOTICE),
    position: wholeNumber('排列顺序', 0, 999),
    /** null: no end. */
    validityMonths: wholeNumber('有效期', 1, MAX_VALIDITY_MONTHS).nullable(),
    /** Of the type as it was read; absent when it is new. */
    version: z.number().int().optional(),
  })
  .superRefine((type, context) => {
    for (const [field, message] of Object.entries(faultsOfCombination(type))) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });
export type TypeInput = z.input<typeof typeInput>;
export type TypeInputParsed = z.output<typeof typeInput>;

export const typeVersion = z.strictObject({ version: z.number({ error: '缺少版本号，请刷新页面后重试' }).int() });
export type TypeVersion = z.input<typeof typeVersion>;

// Its faults are told by checkWording, line by line; the schema keeps out what is too long to be looked at.
const wording = {
  body: z
    .string({ error: '请填写正文' })
    .max(MAX_WORDING, { error: `正文最多${MAX_WORDING}个字` })
    .transform((v) => v.replace(/\r\n?/g, '\n').trim()),
  /** Title of the annexed roster; empty: lawyers are named in the text. */
  rosterTitle: line('名单标题', MAX_ROSTER_TITLE),
};

export const publishWording = z.strictObject({
  ...wording,
  /** The version that was in force when editing began. */
  basedOn: z.number({ error: '缺少版本号，请刷新页面后重试' }).int(),
});
export type PublishWording = z.input<typeof publishWording>;

export const previewWording = z.strictObject({ ...wording, situation: keyOf(SAMPLE_SITUATIONS, '示例情形') });
export type PreviewWording = z.input<typeof previewWording>;
