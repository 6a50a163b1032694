import { z } from 'zod';
import { eligibility } from '../eligibility/schemas.ts';
import { id, keyOf, licenceNo, pageQuery, paragraph, plainDate, requiredLine, seenVersion } from '../fields.ts';
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_PROGRESS,
  CAMPAIGN_STATES,
  MAX_CAMPAIGN_LIST,
  MAX_CAMPAIGN_REASON,
  MAX_CAMPAIGN_TITLE,
  MAX_CAMPAIGN_WORDS,
  MIN_CAMPAIGN_REASON,
} from './enums.ts';

const entered = {
  title: requiredLine('标题', MAX_CAMPAIGN_TITLE),
  kind: keyOf(CAMPAIGN_KINDS, '内容'),
  words: paragraph('说明', MAX_CAMPAIGN_WORDS).default(''),
  eligibility: eligibility.nullable(),
  opensOn: plainDate('开始日期'),
  dueOn: plainDate('截止日期'),
  /** The last day on which it can still be done, as late. */
  graceUntil: plainDate('逾期受理截止日期'),
  isPriority: z.boolean({ error: '请选择是否在首页提示' }),
};
interface Days {
  opensOn: string;
  dueOn: string;
  graceUntil: string;
}
const inOrder = <T extends z.ZodType<Days>>(schema: T) =>
  schema
    .refine(({ opensOn, dueOn }: Days) => opensOn <= dueOn, { error: '截止日期不能早于开始日期', path: ['dueOn'] })
    .refine(({ dueOn, graceUntil }: Days) => dueOn <= graceUntil, {
      error: '逾期受理截止日期不能早于截止日期',
      path: ['graceUntil'],
    });

export const createCampaign = inOrder(z.strictObject(entered));
export type CreateCampaign = z.input<typeof createCampaign>;
export type CampaignInput = z.output<typeof createCampaign>;

export const updateCampaign = inOrder(z.strictObject({ ...entered, version: seenVersion }));
export type UpdateCampaign = z.input<typeof updateCampaign>;

export const actOnCampaign = z.strictObject({ version: seenVersion });
export type ActOnCampaign = z.input<typeof actOnCampaign>;

export const listCampaigns = z.strictObject({ ...pageQuery, state: keyOf(CAMPAIGN_STATES, '状态').optional() });
export type ListCampaigns = z.input<typeof listCampaigns>;

export const listCampaignMembers = z.strictObject({
  ...pageQuery,
  state: keyOf(CAMPAIGN_PROGRESS, '进度').optional(),
  firmId: z.coerce.number({ error: '请选择执业机构' }).int().nonnegative().optional(),
});
export type ListCampaignMembers = z.input<typeof listCampaignMembers>;

export const listCampaignFirms = z.strictObject(pageQuery);
export type ListCampaignFirms = z.input<typeof listCampaignFirms>;

/** Whom it concerns: lawyers by their numbers, or everybody of a firm. */
const whom = {
  licenceNos: z
    .array(licenceNo('执业证号'), { error: '请填写执业证号' })
    .max(MAX_CAMPAIGN_LIST, { error: `一次最多${MAX_CAMPAIGN_LIST}名` })
    .default([]),
  firmId: id('执业机构').nullable().default(null),
};
const NOBODY = { error: '请填写执业证号，或选择执业机构', path: ['licenceNos'] };
const named = ({ licenceNos, firmId }: { licenceNos: string[]; firmId: number | null }) =>
  licenceNos.length > 0 || firmId !== null;
const reason = paragraph('理由', MAX_CAMPAIGN_REASON).refine((v) => [...v].length >= MIN_CAMPAIGN_REASON, {
  error: `请填写理由，至少${MIN_CAMPAIGN_REASON}个字`,
});

export const delayMembers = z.strictObject({ ...whom, dueOn: plainDate('延期至'), reason }).refine(named, NOBODY);
export type DelayMembers = z.input<typeof delayMembers>;
export type DelayMembersParsed = z.output<typeof delayMembers>;

export const excuseMembers = z.strictObject({ ...whom, reason }).refine(named, NOBODY);
export type ExcuseMembers = z.input<typeof excuseMembers>;
export type ExcuseMembersParsed = z.output<typeof excuseMembers>;

export const confirmUnchanged = z.strictObject({
  /** The version of the profile, as it was shown. */
  version: seenVersion,
  /** Whether the member has looked at what the registry says otherwise now. */
  checkedRegistry: z.boolean({ error: '请核对登记信息' }),
});
export type ConfirmUnchanged = z.input<typeof confirmUnchanged>;
