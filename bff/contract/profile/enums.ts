/** 信息补全: where a profile stands, and each of its sections. */
export const PROFILE_STATES = {
  untouched: '未开始',
  filling: '填写中',
  waiting: '待审核',
  rejected: '已驳回',
  approved: '已通过',
} as const;
export type ProfileState = keyof typeof PROFILE_STATES;

/** States in which the member writes in it. */
export const EDITABLE_STATES = ['untouched', 'filling', 'rejected'] as const satisfies readonly ProfileState[];

/** What stands beside a section in the list; reckoned by the server with each answer, never stored. */
export const SECTION_LABELS = {
  empty: '待填写',
  filled: '已填写',
  none: '本人无此项',
  declined: '不提供',
  unconfirmed: '待确认',
  rejected: '需修改',
  waiting: '审核中',
  approved: '已通过',
} as const;
export type SectionLabel = keyof typeof SECTION_LABELS;

/** What happens to a profile, as its timeline says. */
export const PROFILE_EVENTS = {
  submitted: '提交审核',
  withdrawn: '撤回申请',
  approved: '审核通过',
  rejected: '审核驳回',
  reopened: '协会退回修改',
  changed: '信息变更生效',
  confirmed: '年度核对：确认无变化',
  imported: '由原系统导入',
  mail_refused: '邮件未发送',
} as const;
export type ProfileEvent = keyof typeof PROFILE_EVENTS;

export const VERDICTS = { pass: '通过', reject: '驳回' } as const;
export type Verdict = keyof typeof VERDICTS;

export const SNAPSHOT_OUTCOMES = { withdrawn: '已撤回', approved: '已通过', rejected: '已驳回' } as const;
export type SnapshotOutcome = keyof typeof SNAPSHOT_OUTCOMES;

/** 审核意见, in characters. */
export const MIN_OPINION = 5;
export const MAX_OPINION = 200;
/** Why staff open what is sensitive, or give a profile back. */
export const MIN_REASON = 4;
export const MAX_REASON = 200;
/** Characters of anything typed in a draft: more than any field takes, so that nothing typed is lost to a limit. */
export const MAX_DRAFT_TEXT = 2_000;
/** What the queue of 信息审核 may be narrowed to. */
export const PROFILE_DOUBTS = { none: '无存疑', some: '有存疑' } as const;
/** Profiles that one batch passes. */
export const MAX_BATCH = 50;

/** Why staff read what a member has submitted, where nobody is asked for a reason. */
export const REVIEW_REASON = '信息审核';
