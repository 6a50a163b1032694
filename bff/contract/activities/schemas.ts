import { z } from 'zod';
import { meetingUrl } from '../activity-meeting/schemas.ts';
import { formField } from '../activity-forms/schemas.ts';
import { MAX_DRAW_SOURCE } from '../draws/limits.ts';
import { eligibility } from '../eligibility/schemas.ts';
import {
  fen,
  id,
  instant,
  keyOf,
  licenceNo,
  line,
  mapPoint,
  pageQuery,
  paragraph,
  printed,
  requiredLine,
  seenVersion,
  tenths,
  wholeNumber,
} from '../fields.ts';
import { namesIdentity } from '../text.ts';
import {
  ADMISSION_VERDICTS,
  ADMISSIONS,
  ACTIVITY_KINDS,
  ACTIVITY_PHASES,
  ACTIVITY_SCOPES,
  ACTIVITY_VISIBILITIES,
  ACTIVITY_WARNINGS,
  LEAVE_REASONS,
  PRESENCE_MARKS,
  REGISTRATION_STATES,
  WAITING_WAYS,
} from './enums.ts';
import * as limits from './limits.ts';

const yes = (label: string) => z.boolean({ error: `请选择${label}` });

const group = z.strictObject({
  /** Absent: a new one. */
  id: id('分组').optional(),
  name: line('分组名称', limits.MAX_GROUP_NAME),
  capacity: wholeNumber('名额', 0, limits.MAX_CAPACITY),
  eligibility: eligibility.nullable(),
  /** Per registration; 0: free. */
  feeFen: fen('费用', 0, limits.MAX_ACTIVITY_FEE_FEN).default(0),
});

const entered = {
  // Letters print it once it has become hours, and receipts its fee.
  title: printed('活动标题', requiredLine('活动标题', limits.MAX_ACTIVITY_TITLE)),
  kind: keyOf(ACTIVITY_KINDS, '活动类型'),
  /** The series that it is a session of; null: of none. */
  seriesId: id('系列').nullable().default(null),
  organiser: requiredLine('主办单位', limits.MAX_ACTIVITY_LINE),
  speakers: line('主讲人', limits.MAX_ACTIVITY_LINE).default(''),
  /** HTML; what is none of the closed rich text is taken out before it is kept (contract/rich-text). */
  details: paragraph('活动详情', limits.MAX_ACTIVITY_BODY).refine((v) => v !== '', { error: '请填写活动详情' }),
  /** An upload; null: none; absent: as it is. */
  poster: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '海报无效，请重新上传' })
    .nullable()
    .optional(),
  /** Uploads; absent: as they are. */
  attachments: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '附件无效，请移除后重新上传' }))
    .max(limits.MAX_ACTIVITY_FILES, { error: `附件最多${limits.MAX_ACTIVITY_FILES}份` })
    .optional(),
  notice: paragraph('报名须知', limits.MAX_ACTIVITY_NOTICE).default(''),
  contact: requiredLine('联系方式', limits.MAX_ACTIVITY_LINE),
  isOnline: yes('线上或线下'),
  meetingUrl: meetingUrl.default(''),
  place: requiredLine('活动地点', limits.MAX_ACTIVITY_LINE),
  address: line('详细地址', limits.MAX_ACTIVITY_LINE).default(''),
  mapPoint: mapPoint.default(''),
  opensAt: instant('报名开始时间'),
  closesAt: instant('报名结束时间'),
  beginsAt: instant('活动开始时间'),
  endsAt: instant('活动结束时间'),
  cancelHours: wholeNumber('取消截止提前小时数', 0, limits.MAX_CANCEL_HOURS).default(limits.DEFAULT_CANCEL_HOURS),
  leaveHours: wholeNumber('请假截止提前小时数', 0, limits.MAX_LEAVE_HOURS).default(limits.DEFAULT_LEAVE_HOURS),
  advanceLeave: yes('是否开启预约请假').default(true),
  capacity: wholeNumber('名额', 0, limits.MAX_CAPACITY),
  /** 0: as many of one firm as there are seats. */
  perFirmMax: wholeNumber('每所最多人数', 0, limits.MAX_PER_FIRM).default(0),
  admission: keyOf(ADMISSIONS, '录取方式').default('order'),
  /** Of 抽签: the public draw on which the order rests, and when it is held. */
  drawSource: line('公开开奖', MAX_DRAW_SOURCE).default(''),
  drawAt: instant('公开开奖时间').nullable().default(null),
  waiting: keyOf(WAITING_WAYS, '候补方式').default('asks'),
  /** Percent of the fee that goes back to who asks for leave. */
  leaveRefund: z.union([z.literal(100), z.literal(50), z.literal(0)], { error: '请选择请假退费比例' }).default(100),
  offersStopHours: wholeNumber('候补停止提前小时数', 0, limits.MAX_OFFERS_STOP_HOURS).default(
    limits.DEFAULT_OFFERS_STOP_HOURS,
  ),
  visibility: keyOf(ACTIVITY_VISIBILITIES, '可见范围').default('all'),
  eligibility: eligibility.nullable(),
  groups: z
    .array(group, { error: '请填写分组' })
    .min(1, { error: '至少有一个分组' })
    .max(limits.MAX_ACTIVITY_GROUPS, { error: `分组最多${limits.MAX_ACTIVITY_GROUPS}个` })
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: '分组名称不能重复' })
    .refine((all) => all.length === 1 || all.every(({ name }) => name !== ''), {
      error: '有多个分组时，请填写分组名称',
    }),
  form: z
    .array(formField, { error: '报名表格式有误' })
    .max(limits.MAX_FORM_FIELDS, { error: `报名表最多${limits.MAX_FORM_FIELDS}项` })
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { error: '表单项标识重复' })
    .default([]),
  hoursTenths: tenths('学时', limits.MAX_ACTIVITY_TENTHS).default(0),
};

/** `copiedFrom`: the activity of which it is a copy. */
export const createActivity = z.strictObject({ ...entered, copiedFrom: id('原活动').optional() });
export type CreateActivity = z.input<typeof createActivity>;
export type CreateActivityParsed = z.output<typeof createActivity>;
export type ActivityInput = Omit<CreateActivityParsed, 'copiedFrom' | 'poster' | 'attachments'>;

const acknowledged = z.array(keyOf(ACTIVITY_WARNINGS, '提示')).default([]);

/** `acknowledged`: what is odd and meant; needed for one that is published. */
export const updateActivity = z.strictObject({ ...entered, version: seenVersion, acknowledged });
export type UpdateActivity = z.input<typeof updateActivity>;
export type UpdateActivityParsed = z.output<typeof updateActivity>;

export const publishActivity = z.strictObject({ version: seenVersion, acknowledged });
export type PublishActivity = z.input<typeof publishActivity>;
export type PublishActivityParsed = z.output<typeof publishActivity>;

const reason = requiredLine('原因', limits.MAX_ACTIVITY_REASON);

export const returnActivity = z.strictObject({ version: seenVersion, reason });
export type ReturnActivity = z.input<typeof returnActivity>;

/** The title is typed once more: it cannot be undone. `isUrgent`: whoever has a seat is told by text as well. */
export const cancelActivity = z.strictObject({
  version: seenVersion,
  title: z.string(),
  reason,
  isUrgent: yes('是否紧急取消').default(false),
});
export type CancelActivity = z.input<typeof cancelActivity>;
export type CancelActivityParsed = z.output<typeof cancelActivity>;

export const hideActivity = z.strictObject({ version: seenVersion, isHidden: yes('是否下架') });
export type HideActivity = z.input<typeof hideActivity>;

export const listActivities = z.strictObject({
  ...pageQuery,
  phase: keyOf(ACTIVITY_PHASES, '状态').optional(),
  scope: keyOf(ACTIVITY_SCOPES, '范围').optional(),
  /** Any part of title, organiser, speakers or place. */
  search: line('关键词', 60).optional(),
});
export type ListActivities = z.input<typeof listActivities>;

/** Any part of the lawyer's name, or the beginning of the licence number. */
const rosterSearch = line('关键词', 50).optional();

export const listRegistrations = z.strictObject({
  ...pageQuery,
  state: keyOf(REGISTRATION_STATES, '状态').optional(),
  /** 资格变动: of those alone who are no longer active members and of whom staff have yet to decide. */
  changed: z.enum(['yes'], { error: '请选择是否只看资格变动' }).optional(),
  search: rosterSearch,
});
export type ListRegistrations = z.input<typeof listRegistrations>;

/** The whole list of names, for a file. */
export const rosterOf = z.strictObject({
  activityId: z.coerce.number({ error: '请选择活动' }).int().positive(),
  state: keyOf(REGISTRATION_STATES, '状态').optional(),
  changed: z.enum(['yes'], { error: '请选择是否只看资格变动' }).optional(),
  search: rosterSearch,
});

export const addRegistration = z.strictObject({
  licenceNo: licenceNo('执业证号'),
  groupId: id('分组'),
  /** Without the fee of the group; who pays is given a day for it. */
  isFree: yes('是否免费').default(true),
  reason,
});
export type AddRegistration = z.input<typeof addRegistration>;
export type AddRegistrationParsed = z.output<typeof addRegistration>;

export const removeRegistration = z.strictObject({ reason });
export type RemoveRegistration = z.input<typeof removeRegistration>;

/** 取消请假, with the reason. */
export const restoreLeave = z.strictObject({ reason });
export type RestoreLeave = z.input<typeof restoreLeave>;

/** 资格变动: why it stands all the same. */
export const keepRegistration = z.strictObject({ reason });
export type KeepRegistration = z.input<typeof keepRegistration>;

/** 登记到场 by hand. */
export const recordPresence = z.strictObject({
  registrationIds: z
    .array(id('人员'), { error: '请选择人员' })
    .min(1, { error: '请选择人员' })
    .max(limits.MAX_MARKED, { error: `一次最多登记${limits.MAX_MARKED}人` }),
  mark: keyOf(PRESENCE_MARKS, '到场情况'),
});
export type RecordPresence = z.input<typeof recordPresence>;
export type RecordPresenceParsed = z.output<typeof recordPresence>;

/** 审核录取: of those who have applied; who is not admitted is told why. */
export const admitRegistrations = z
  .strictObject({
    registrationIds: z
      .array(id('人员'), { error: '请选择人员' })
      .min(1, { error: '请选择人员' })
      .max(limits.MAX_MARKED, { error: `一次最多处理${limits.MAX_MARKED}人` }),
    verdict: keyOf(ADMISSION_VERDICTS, '审核结果'),
    reason: line('原因', limits.MAX_ACTIVITY_REASON).default(''),
  })
  .refine(({ verdict, reason: given }) => verdict !== 'refuse' || given !== '', {
    error: '请填写不录取的原因，会告知本人',
    path: ['reason'],
  });
export type AdmitRegistrations = z.input<typeof admitRegistrations>;
export type AdmitRegistrationsParsed = z.output<typeof admitRegistrations>;

const idempotencyKey = z
  .string({ error: '缺少提交标识，请刷新页面后重试' })
  .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: '提交标识无效，请刷新页面后重试' });

const answers = z.record(z.string().max(20), z.union([z.string().max(2_000), z.boolean()]), {
  error: '报名表格式有误',
});

export const signUp = z.strictObject({
  groupId: id('分组'),
  answers,
  /** Joins the waiting list where there is no seat. */
  waits: yes('是否愿意候补'),
  idempotencyKey,
});
export type SignUp = z.input<typeof signUp>;
export type SignUpParsed = z.output<typeof signUp>;

/** `answers`: to the form, by a lawyer whom the firm has signed up; whoever signed up himself has given them. */
export const acceptOffer = z.strictObject({ answers: answers.default({}) });
export type AcceptOffer = z.input<typeof acceptOffer>;
export type AcceptOfferParsed = z.output<typeof acceptOffer>;

/** What was answered to the form, all of it anew. */
export const changeAnswers = z.strictObject({ answers });
export type ChangeAnswers = z.input<typeof changeAnswers>;
export type ChangeAnswersParsed = z.output<typeof changeAnswers>;

export const askLeave = z.strictObject({
  reason: keyOf(LEAVE_REASONS, '请假原因'),
  note: line('请假说明', limits.MAX_ACTIVITY_REASON)
    .refine((v) => !namesIdentity(v), { error: '请不要写身份证号码' })
    .default(''),
  attachments: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '附件无效，请移除后重新上传' }))
    .max(limits.MAX_LEAVE_FILES, { error: `附件最多${limits.MAX_LEAVE_FILES}份` })
    .default([]),
});
export type AskLeave = z.input<typeof askLeave>;
export type AskLeaveParsed = z.output<typeof askLeave>;
