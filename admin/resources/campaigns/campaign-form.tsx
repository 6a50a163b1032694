import { CAMPAIGN_KINDS, MAX_CAMPAIGN_WORDS, type CampaignKind } from '../../../bff/contract/campaigns/enums.ts';
import type { CampaignDetail } from '../../../bff/contract/campaigns/replies.ts';
import type { CreateCampaign } from '../../../bff/contract/campaigns/schemas.ts';
import type { Eligibility } from '../../../bff/contract/eligibility/schemas.ts';
import { EligibilityBuilder } from '../../eligibility/EligibilityBuilder.tsx';
import { inGroup, type FieldSpec } from '../../ui/form/form-fields.tsx';

export interface CampaignValues {
  title: string;
  kind: CampaignKind;
  words: string;
  eligibility: Eligibility | null;
  opensOn: string;
  dueOn: string;
  graceUntil: string;
  isPriority: 'yes' | 'no';
}
export const newCampaign: CampaignValues = {
  title: '',
  kind: 'completion',
  words: '',
  eligibility: null,
  opensOn: '',
  dueOn: '',
  graceUntil: '',
  isPriority: 'no',
};

export const toCampaignValues = (campaign: CampaignDetail): CampaignValues => {
  const { title, kind, words, eligibility, opensOn, dueOn, graceUntil, isPriority } = campaign;
  return { title, kind, words, eligibility, opensOn, dueOn, graceUntil, isPriority: isPriority ? 'yes' : 'no' };
};

/** What is sent, unjudged: the server says what is wrong. */
export const toCampaignInput = ({ isPriority, ...values }: CampaignValues): CreateCampaign => ({
  ...values,
  isPriority: isPriority === 'yes',
});

export const campaignFields: readonly FieldSpec<CampaignValues>[] = [
  ...inGroup<CampaignValues>('内容', [
    { name: 'title', label: '标题', kind: 'text', isRequired: true, isWide: true },
    {
      name: 'kind',
      label: '内容',
      kind: 'choice',
      options: CAMPAIGN_KINDS,
      isRequired: true,
      hint: '信息补全：审核通过为完成。年度核对：已通过的律师确认无变化即为完成，有变化的申请变更',
    },
    {
      name: 'isPriority',
      label: '在会员首页提示',
      kind: 'choice',
      options: { yes: '提示', no: '不提示' },
      hint: '同一范围同一时间只能提示一项',
    },
    { name: 'words', label: '说明（律师可见）', kind: 'paragraph', max: MAX_CAMPAIGN_WORDS, isWide: true },
  ]),
  ...inGroup<CampaignValues>('时间', [
    { name: 'opensOn', label: '开始日期', kind: 'date', isRequired: true },
    {
      name: 'dueOn',
      label: '截止日期',
      kind: 'date',
      isRequired: true,
      hint: '截止前14、7、3、1天、当天和次日提醒未完成的律师，遇休息日提前到前一个工作日',
    },
    {
      name: 'graceUntil',
      label: '逾期受理到',
      kind: 'date',
      isRequired: true,
      hint: '截止后仍可完成，标为逾期；次日名单固定。不受理逾期的，填截止日期',
    },
  ]),
  ...inGroup<CampaignValues>('范围', [
    {
      name: 'eligibility',
      label: '哪些律师',
      kind: 'own',
      control: <EligibilityBuilder of={['lawyer']} />,
      isWide: true,
      hint: '不设条件时为全体律师；开始时确定，之后入会的每天补入',
    },
  ]),
];
