/** 年度考核 (members.md, Registry); `appeal`: the member has asked for the result to be reviewed. */
export const ASSESSMENT_STATES = {
  not_started: '未开始',
  submitted: '已提交',
  in_review: '审核中',
  final: '已完成',
  appeal: '复核中',
} as const;
export type AssessmentState = keyof typeof ASSESSMENT_STATES;

/** Results of a lawyer (律师执业年度考核规则); a firm's have words of their own, below. */
export const ASSESSMENT_RESULTS = {
  competent: '称职',
  basically_competent: '基本称职',
  incompetent: '不称职',
} as const;
export type AssessmentResult = keyof typeof ASSESSMENT_RESULTS;

/** Results of a firm (律师事务所年度检查考核办法). */
export const FIRM_ASSESSMENT_RESULTS = {
  competent: '合格',
  incompetent: '不合格',
} as const satisfies Partial<Record<AssessmentResult, string>>;

export const DUES_STATES = { unpaid: '未缴清', settled: '已缴清', waived: '已减免' } as const;
export type DuesState = keyof typeof DUES_STATES;

export const HOURS_STATES = { checked_in: '已签到', disputed: '有异议' } as const;
export type HoursState = keyof typeof HOURS_STATES;

/** 学时 by what they are about (activities.md, 学时): rules ask for some of each. */
export const HOURS_KINDS = { ethics: '职业道德与执业纪律', business: '业务', other: '其他' } as const;
export type HoursKind = keyof typeof HOURS_KINDS;

/** How 学时 were earned: of some kinds rules ask for some that were earned on the spot. */
export const HOURS_MODES = { onsite: '现场', online: '线上' } as const;
export type HoursMode = keyof typeof HOURS_MODES;

/** Where 学时 come from: an activity of ours, a claim of the lawyer that staff have accepted, or what staff entered themselves. */
export const HOURS_SOURCES = { activity: '本会活动', external: '校外学时', office: '协会登记' } as const;
export type HoursSource = keyof typeof HOURS_SOURCES;
