import type { HoursKind } from '../records/enums.ts';

/** What an activity is (activities.md, Activity). */
export const ACTIVITY_KINDS = {
  training: '业务培训',
  ethics: '职业道德与执业纪律培训',
  forum: '论坛',
  meeting: '会议',
  welfare: '公益',
  sports: '文体',
  party: '党建',
  other: '其他',
} as const;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** Activity → the kind of the hours that it gives. */
export const HOURS_KIND_OF: Readonly<Record<ActivityKind, HoursKind>> = {
  training: 'business',
  ethics: 'ethics',
  forum: 'business',
  meeting: 'other',
  welfare: 'other',
  sports: 'other',
  party: 'other',
  other: 'other',
};

/** What is stored; what follows from the instants is computed. */
export type ActivityState = 'draft' | 'pending' | 'published' | 'hidden' | 'cancelled';

/** What is shown: the state, and of a published one where it stands. */
export const ACTIVITY_PHASES = {
  draft: '草稿',
  pending: '待批准',
  announced: '已发布',
  open: '报名中',
  closed: '报名结束',
  running: '进行中',
  ended: '已结束',
  hidden: '已下架',
  cancelled: '已取消',
} as const;
/**
 * Which of the activities a member of staff looks at: the own, those that are not over, or those to come for which somebody
 * waits to be admitted, or of whose registrations some lawyer is no longer an active member.
 */
export const ACTIVITY_SCOPES = {
  mine: '我经办的',
  coming: '尚未结束',
  applied: '有报名待审核',
  changed: '有资格变动',
} as const;
export type ActivityPhase = keyof typeof ACTIVITY_PHASES;

export const REGISTRATION_STATES = {
  paying: '待支付',
  applied: '待审核',
  drawing: '待抽签',
  invited: '待本人确认',
  registered: '已报名',
  waiting: '候补中',
  offered: '待确认',
  cancelled: '已取消',
  leave: '已请假',
  removed: '被移出',
  left: '已退出候补',
  declined: '已婉拒',
  expired: '已过期',
  lapsed: '已释放',
  refused: '未录取',
  unplaced: '未获名额',
  void: '活动取消',
} as const;
export type RegistrationState = keyof typeof REGISTRATION_STATES;

/** A lawyer has one registration of these at most in each activity. */
export const LIVE_STATES = [
  'paying',
  'applied',
  'drawing',
  'invited',
  'registered',
  'waiting',
  'offered',
] as const satisfies RegistrationState[];
/** Those that take a seat: an offer holds it, and so does a payment that is waited for. */
export const SEATED_STATES = ['paying', 'registered', 'offered'] as const satisfies RegistrationState[];

/** Whether one who signed up came. */
export const PRESENCE_OUTCOMES = { present: '已到', absent: '缺席' } as const;
export type PresenceOutcome = keyof typeof PRESENCE_OUTCOMES;

/** What staff say of it on the list of names; unknown: what was recorded is taken back. */
export const PRESENCE_MARKS = { ...PRESENCE_OUTCOMES, unknown: '撤销登记' } as const;
export type PresenceMark = keyof typeof PRESENCE_MARKS;

/** How it became known. */
export const PRESENCE_WAYS = {
  hand: '工作人员登记',
  rule: '活动结束后系统认定',
  code: '扫会员码',
  hall: '扫现场码',
  door: '签到台登记',
  walkin: '现场补报',
  online: '会议名单',
  question: '签到提问',
} as const;
export type PresenceWay = keyof typeof PRESENCE_WAYS;

/** Who may read what he cannot sign up for. */
export const ACTIVITY_VISIBILITIES = { all: '全部会员可见', fitting: '仅符合条件的可见' } as const;
export type ActivityVisibility = keyof typeof ACTIVITY_VISIBILITIES;

/** How seats are given. */
export const ADMISSIONS = { order: '先到先得', review: '审核录取', draw: '抽签' } as const;
export type Admission = keyof typeof ADMISSIONS;

/** What staff decide of those who have applied. */
export const ADMISSION_VERDICTS = { admit: '录取', wait: '列为候补', refuse: '不录取' } as const;
export type AdmissionVerdict = keyof typeof ADMISSION_VERDICTS;

/** What a free seat does for those who wait. */
export const WAITING_WAYS = { none: '不设候补', asks: '候补到位须本人确认', admits: '候补到位自动录取' } as const;
export type WaitingWay = keyof typeof WAITING_WAYS;

/** Percent of the fee that goes back to who asks for leave. */
export const LEAVE_REFUNDS = [100, 50, 0] as const;
export type LeaveRefund = (typeof LEAVE_REFUNDS)[number];

/** What becomes of the payments for a cancelled activity; '' where nobody has paid. */
export const ACTIVITY_REFUNDS = { '': '无', waiting: '待复核', released: '已提交' } as const;
export type ActivityRefund = keyof typeof ACTIVITY_REFUNDS;

export const LEAVE_REASONS = {
  court: '开庭、仲裁等法定程序',
  client: '业务安排冲突',
  health: '身体原因',
  family: '家庭事务',
  traffic: '交通、天气',
  other: '其他',
} as const;
export type LeaveReason = keyof typeof LEAVE_REASONS;

/** Fields of a form that staff put together. */
export const ANSWER_KINDS = {
  text: '单行文字',
  lines: '多行文字',
  whole: '整数',
  date: '日期',
  phone: '电话',
  flag: '确认项',
  choice: '单选',
  choices: '多选',
} as const;
export type AnswerKind = keyof typeof ANSWER_KINDS;

/** What is odd about the instants of an activity, and may be meant. */
export const ACTIVITY_WARNINGS = {
  neverCancels: '取消截止不晚于报名开始，报名后任何时候都不能取消',
  neverLeaves: '请假截止不晚于报名结束，报名结束后不能请假',
  gap: '取消截止至报名结束之间既不能取消也不能请假，建议开启预约请假',
  late: '报名已经结束，发布后没有人可以报名',
  offDay: '活动开始于周末、节假日，或调休安排尚未录入的年份',
  clash: '同一时间还有其他活动',
} as const;
export type ActivityWarning = keyof typeof ACTIVITY_WARNINGS;

/** What stands in the timeline of a registration. */
export const REGISTRATION_EVENTS = {
  signed_up: '报名成功',
  applied: '提交报名，待审核',
  chosen: '已录取',
  drawing: '提交报名，待抽签',
  invited: '本所代为报名，待本人确认',
  won: '中签',
  unplaced: '未获名额',
  refused: '未录取',
  held: '名额已保留，待支付',
  paid: '支付成功',
  paid_late: '支付到账时名额已释放',
  lapsed: '逾期未支付，名额已释放',
  refunded: '退款到账',
  added: '工作人员代为报名',
  waiting: '加入候补',
  offered: '候补到位，待确认',
  moved_up: '候补提前至第一位',
  admitted: '候补到位，已录取',
  accepted: '确认参加',
  declined: '婉拒',
  expired: '逾期未确认',
  answers_changed: '修改报名表',
  cancelled: '取消报名',
  left: '退出候补',
  leave: '请假',
  restored: '请假已取消',
  removed: '被移出',
  void: '活动取消',
  entered: '进入会议',
  checked_in: '到场',
  absent: '缺席',
  excused: '缺席已免除',
  presence_undone: '到场登记已撤销',
  hours_given: '学时已记入',
  hours_taken: '学时已撤回',
  mail_refused: '邮件未发送',
} as const;
export type RegistrationEvent = keyof typeof REGISTRATION_EVENTS;
