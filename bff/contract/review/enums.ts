import { LATE } from '../office-hours/enums.ts';

export const OUTCOMES = { approved: '通过', rejected: '驳回' } as const;
export type Outcome = keyof typeof OUTCOMES;

export const REVIEW_MODES = { automatic: '系统审核', manual: '人工审核' } as const;
export type ReviewMode = keyof typeof REVIEW_MODES;

/** How long an application has been waiting, as filters of the review desk. */
export const WAITED = { '4h': '超过4小时', '1d': '超过1天', '3d': '超过3天', ...LATE } as const;

/** Of the applications, those that one has opened last and that are still undecided. */
export const QUEUE_SCOPES = { mine: '我打开过、未审结' } as const;

/** What was found of a waiting application at worst. */
export const DOUBTS = { none: '无存疑', some: '有存疑', contradicted: '与登记矛盾' } as const;
export type Doubts = keyof typeof DOUBTS;

/** How a waiting application may be approved. */
export const APPROVAL_WAYS = { batch: '可批量通过', reading: '须逐份阅读', desk: '须单独审核' } as const;
export type ApprovalWay = keyof typeof APPROVAL_WAYS;

/** The rules of automatic review; each leaves one finding per subject it looked at (certificates.md, Review). */
export const REVIEW_RULES = {
  member_active: '会员状态正常',
  identity_matched: '身份已核验',
  fields_complete: '登记信息完整',
  no_pending_change: '无在办变更',
  printable: '文字可正常打印',
  names_genuine: '名称无形近字',
  typed_words: '自填文字可直接使用',
  no_discipline: '无行业处分',
  membership_covers_period: '期间会员关系连续',
  period_plausible: '起始时间合理',
  no_rename: '期间未更名',
  no_merger: '期间未合并',
  roster_counts: '名单人数一致',
  practice_unbroken: '执业年限连续',
  history_consistent: '执业经历一致',
  former_lawyer: '已注销律师核对',
  latin_name_confirmed: '拉丁字母姓名已核定',
  firm_english_name: '律所英文名称已核定',
  assessment_open: '正在参加年度考核',
  assessment_filed: '年度考核结果已备案',
  appointment_current: '律协任职在任',
  hours_checked_in: '活动签到无异议',
  dues_settled: '会费已缴清',
  manual_type: '该类证明须人工审核',
} as const;
export type ReviewRule = keyof typeof REVIEW_RULES;

/**
 * What a rule found. A doubt is one that a person can settle; what contradicts the sentence to be printed can be approved by
 * nobody (certificates.md, Review).
 */
export const FINDING_RESULTS = { holds: '符合', doubtful: '须核实', contradicted: '与证明内容矛盾' } as const;
export type FindingResult = keyof typeof FINDING_RESULTS;
