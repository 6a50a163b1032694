import { APPLICATION_FIELDS, type ApplicationField, type LawyerScope, type TypeAudience } from './enums.ts';
import type { RuleSet } from './rule-sets.ts';

/** Headings under which the editor offers placeholders. */
export const PLACEHOLDER_GROUPS = {
  firm: '律所',
  lawyer: '律师',
  application: '申请内容',
  records: '登记记录',
} as const;
export type PlaceholderGroup = keyof typeof PLACEHOLDER_GROUPS;

/**
 * When something stands in a placeholder's place: always; in letters about a firm; about one lawyer, who applies or has
 * been cancelled; that name lawyers of a firm; where the form asks for that field; where that rule set looks at it in the
 * registry; or only if the member chose to fill it in.
 */
export type Filled = 'always' | 'firm' | 'self' | 'former' | 'subjects' | 'optional' | ApplicationField | RecordRuleSet;
/** Rule sets that look at what the registry keeps year by year, and at the years of practice themselves. */
export type RecordRuleSet = Extract<
  RuleSet,
  'practice' | 'history' | 'assessment-open' | 'assessment-result' | 'appointment' | 'hours' | 'dues'
>;

interface PlaceholderSpec {
  /** What it is, as the editor explains it. */
  label: string;
  group: PlaceholderGroup;
  filled: Filled;
}

/** Every placeholder a wording may use. compose-letter.ts must fill each of them: it does not compile otherwise. */
export const PLACEHOLDERS = {
  firm: { label: '律所名称；律师申请的为执业机构名称', group: 'firm', filled: 'always' },
  firmEnglish: { label: '律所英文名称；未核定的为中文名称', group: 'firm', filled: 'always' },
  approvedOn: { label: '律所批准日期', group: 'firm', filled: 'firm' },
  licenceNo: { label: '执业许可证号', group: 'firm', filled: 'firm' },
  uscc: { label: '统一社会信用代码', group: 'firm', filled: 'firm' },
  address: { label: '办公地址', group: 'firm', filled: 'firm' },
  lawyerCount: { label: '执业律师人数', group: 'firm', filled: 'firm' },
  subjects: {
    label: '所涉律师，姓名（执业证号）；人数多时为“附件名单所列…名律师”',
    group: 'lawyer',
    filled: 'subjects',
  },
  lawyerName: { label: '申请律师姓名', group: 'lawyer', filled: 'self' },
  lawyerSex: { label: '申请律师性别', group: 'lawyer', filled: 'self' },
  lawyerLicenceNo: { label: '申请律师执业证号', group: 'lawyer', filled: 'self' },
  lawyerCategory: { label: '申请律师执业类别', group: 'lawyer', filled: 'self' },
  firstPractisedOn: { label: '首次执业日期', group: 'lawyer', filled: 'self' },
  practiceYears: { label: '执业年限，不含执业中断期间', group: 'lawyer', filled: 'practice' },
  lastFirm: { label: '已注销律师的最后执业机构', group: 'lawyer', filled: 'former' },
  lastFirmEnglish: { label: '最后执业机构英文名称；未核定的为中文名称', group: 'lawyer', filled: 'former' },
  endedOn: { label: '注销日期', group: 'lawyer', filled: 'former' },
  endedOnEnglish: { label: '注销日期（英文）', group: 'lawyer', filled: 'former' },
  firstPractisedOnEnglish: { label: '首次执业日期（英文）', group: 'lawyer', filled: 'self' },
  member: { label: '申请会员，名称（证号）', group: 'application', filled: 'always' },
  memberKind: { label: '团体会员／个人会员', group: 'application', filled: 'always' },
  theMember: { label: '该所／该律师', group: 'application', filled: 'always' },
  memberStatus: { label: '登记状态：正常、停止执业、停业', group: 'application', filled: 'always' },
  since: { label: '起始时间', group: 'application', filled: 'since' },
  sinceEnglish: { label: '起始时间（英文）', group: 'application', filled: 'since' },
  year: { label: '年度', group: 'application', filled: 'year' },
  country: { label: '使用国家/地区', group: 'application', filled: 'country' },
  countryEnglish: { label: '使用国家/地区（英文）', group: 'application', filled: 'country' },
  latinName: { label: '拉丁字母姓名', group: 'application', filled: 'latinName' },
  freeText: { label: '申请人填写的证明内容', group: 'application', filled: 'freeText' },
  purpose: { label: '用途（选填）', group: 'application', filled: 'optional' },
  association: { label: '协会名称', group: 'application', filled: 'always' },
  associationEnglish: { label: '协会英文名称', group: 'application', filled: 'always' },
  listed: { label: '“如下：”或“见附件。”，随表格位置', group: 'records', filled: 'always' },
  historyTable: { label: '执业经历表，单独成行', group: 'records', filled: 'history' },
  hoursTable: { label: '活动学时表，单独成行', group: 'records', filled: 'hours' },
  recordsTable: { label: '行业处分记录表，单独成行', group: 'records', filled: 'since' },
  assessmentYear: { label: '正在进行的考核年度', group: 'records', filled: 'assessment-open' },
  assessmentResult: { label: '年度考核结果', group: 'records', filled: 'assessment-result' },
  appointments: { label: '律协任职', group: 'records', filled: 'appointment' },
  hoursCount: { label: '活动次数', group: 'records', filled: 'hours' },
  hoursTotal: { label: '学时合计', group: 'records', filled: 'hours' },
  dues: { label: '会费缴纳情况', group: 'records', filled: 'dues' },
  records: { label: '行业处分情况', group: 'records', filled: 'since' },
} as const satisfies Record<string, PlaceholderSpec>;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** Placeholders of tables: each on a line of its own, one in a letter. */
export const TABLES = ['historyTable', 'hoursTable', 'recordsTable'] as const satisfies readonly Placeholder[];
export type TablePlaceholder = (typeof TABLES)[number];
export const isTable = (name: string): name is TablePlaceholder => TABLES.some((table) => table === name);

export const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name);

const isField = (name: string): name is ApplicationField => Object.hasOwn(APPLICATION_FIELDS, name);

/** What decides which placeholders are filled in a type's letters. */
export interface WordingUse {
  audience: TypeAudience;
  lawyerScope: LawyerScope;
  asks: readonly ApplicationField[];
  ruleSet: RuleSet;
}

/** Whether a placeholder always has a value in letters of this type, whatever the member fills in. */
export function isAlwaysFilled(name: Placeholder, { audience, lawyerScope, asks, ruleSet }: WordingUse): boolean {
  const filled: Filled = PLACEHOLDERS[name].filled;
  switch (filled) {
    case 'always':
      return true;
    case 'firm':
      return audience === 'firm';
    case 'self':
      return audience === 'lawyer' || lawyerScope === 'former';
    case 'former':
      return lawyerScope === 'former';
    case 'subjects':
      return audience === 'lawyer' || lawyerScope === 'chosen' || lawyerScope === 'all';
    case 'optional':
      return false;
    default:
      return isField(filled) ? asks.includes(filled) : filled === ruleSet;
  }
}
