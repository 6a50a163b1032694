import { z } from 'zod';
import { MAX_RECORD_REMARK } from '../limits.ts';
import { MAX_ENGLISH_NAME, MAX_NAME_REASON } from './limits.ts';
import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  DUES_STATES,
  FIRM_ASSESSMENT_RESULTS,
  HOURS_KINDS,
  HOURS_MODES,
  HOURS_STATES,
} from './enums.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import {
  id,
  keyOf,
  latinName,
  line,
  optionalName,
  pageQuery,
  registryDay,
  printed,
  requiredLine,
  seenVersion,
  seenVersionInQuery,
  wholeNumber,
  properName,
} from '../fields.ts';

/** What staff enter about members year by year. A record stays with its member: an update does not name one. */

const eitherSubject = { subjectKind: keyOf(SUBJECT_KINDS, '会员类别'), subjectId: id('会员') };
const lawyerSubject = { subjectKind: z.literal('lawyer').default('lawyer'), subjectId: id('律师') };
const firmSubject = { subjectKind: z.literal('firm').default('firm'), subjectId: id('律所') };

/** What the reader saw; a save over somebody else's newer one is refused. */
const seen = { version: seenVersion };
const remark = line('备注', MAX_RECORD_REMARK).default('');
/** No association of lawyers is older (1979); five-digit years are slips. */
const year = wholeNumber('年度', 1979, 2099);
const optionalDate = (label: string) => registryDay(label).nullable().default(null);

type Faults = z.core.$RefinementCtx;
const fault = (context: Faults, path: string, message: string) =>
  context.addIssue({ code: 'custom', message, path: [path] });

const assessmentSays = {
  year,
  state: keyOf(ASSESSMENT_STATES, '考核状态'),
  result: keyOf(ASSESSMENT_RESULTS, '考核结果').nullable().default(null),
  filedOn: optionalDate('归档日期'),
  remark,
};
type AssessmentSays = Pick<z.output<z.ZodObject<typeof assessmentSays>>, 'state' | 'result' | 'filedOn'>;
function judgeAssessment({ state, result, filedOn }: AssessmentSays, context: Faults): void {
  const hasResult = state === 'final' || state === 'appeal';
  if (hasResult && !result) fault(context, 'result', '请选择考核结果');
  if (!hasResult && result) fault(context, 'result', '考核完成后才能填写结果，请先把状态改为“已完成”');
  if (state === 'final' && !filedOn) fault(context, 'filedOn', '已完成的考核须填写归档日期');
  if (!hasResult && filedOn) fault(context, 'filedOn', '考核完成后才能填写归档日期');
}
export const createAssessment = z.strictObject({ ...eitherSubject, ...assessmentSays }).superRefine((v, context) => {
  judgeAssessment(v, context);
  if (v.subjectKind === 'firm' && v.result && !(v.result in FIRM_ASSESSMENT_RESULTS)) {
    fault(context, 'result', '律所的考核结果为合格或不合格');
  }
});
export const updateAssessment = z.strictObject({ ...assessmentSays, ...seen }).superRefine(judgeAssessment);

/** One million yuan; more is a slip of the decimal point. */
const MOST_FEN = 100_000_000;
const money = (label: string) => {
  const error = `${label}请填写0至1000000之间的金额，最多两位小数，例如 1200 或 1200.50`;
  return z.number({ error }).int({ error }).min(0, { error }).max(MOST_FEN, { error });
};
const duesSays = {
  year,
  dueFen: money('应缴金额'),
  paidFen: money('已缴金额'),
  state: keyOf(DUES_STATES, '缴费状态'),
  settledOn: optionalDate('缴清日期'),
  remark,
};
type DuesSays = z.output<z.ZodObject<typeof duesSays>>;
function judgeDues({ dueFen, paidFen, state, settledOn, remark: why }: DuesSays, context: Faults): void {
  if (paidFen > dueFen) fault(context, 'paidFen', '已缴金额不能多于应缴金额');
  if (state === 'settled') {
    if (paidFen < dueFen) fault(context, 'paidFen', '已缴清时，已缴金额应等于应缴金额');
    if (!settledOn) fault(context, 'settledOn', '已缴清的会费须填写缴清日期');
  } else {
    if (paidFen === dueFen) fault(context, 'state', '应缴金额已全部缴纳，状态应为“已缴清”');
    if (settledOn) fault(context, 'settledOn', '只有已缴清的会费才填写缴清日期');
  }
  if (state === 'waived' && !why) fault(context, 'remark', '减免会费须写明依据，例如减免决定的文号');
}
export const createDues = z.strictObject({ ...eitherSubject, ...duesSays }).superRefine(judgeDues);
export const updateDues = z.strictObject({ ...duesSays, ...seen }).superRefine(judgeDues);

/** The last day may be the first, not earlier. */
function judgePeriod({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }, context: Faults): void {
  if (untilOn !== null && untilOn < fromOn) fault(context, 'untilOn', '截止日期不能早于起始日期');
}

const appointmentSays = {
  body: printed('任职机构', requiredLine('任职机构', 60)),
  position: printed('职务', requiredLine('职务', 40)),
  fromOn: registryDay('起始日期'),
  untilOn: optionalDate('截止日期'),
  remark,
};
export const createAppointment = z.strictObject({ ...lawyerSubject, ...appointmentSays }).superRefine(judgePeriod);
export const updateAppointment = z.strictObject({ ...appointmentSays, ...seen }).superRefine(judgePeriod);

const HOURS_ERROR = { error: '学时应为0.5至200之间的数字，以0.5为单位，例如 3 或 1.5' };
const hoursSays = {
  title: printed('活动名称', requiredLine('活动名称', 100)),
  heldOn: registryDay('活动日期'),
  hours: z.number(HOURS_ERROR).min(0.5, HOURS_ERROR).max(200, HOURS_ERROR).multipleOf(0.5, HOURS_ERROR),
  /** Absent: as it is, or 其他 for new ones. */
  kind: keyOf(HOURS_KINDS, '学时类别').optional(),
  /** Absent: as it is, or on the spot for new ones. */
  mode: keyOf(HOURS_MODES, '参加方式').optional(),
  state: keyOf(HOURS_STATES, '状态'),
  remark,
};
export const createHours = z.strictObject({ ...lawyerSubject, ...hoursSays });
export const updateHours = z.strictObject({ ...hoursSays, ...seen });

const formerNameSays = { name: properName('曾用名', 100), untilOn: registryDay('使用至') };
export const createFormerName = z.strictObject({ ...firmSubject, ...formerNameSays });
export const updateFormerName = z.strictObject({ ...formerNameSays, ...seen });

const mergerSays = { otherFirmName: properName('合并对方名称', 100), mergedOn: registryDay('合并日期'), remark };
export const createMerger = z.strictObject({ ...firmSubject, ...mergerSays });
export const updateMerger = z.strictObject({ ...mergerSays, ...seen });

const periodSays = {
  /** null: a firm of another association, named by `outsideFirmName`. */
  firmId: id('执业机构').nullable().default(null),
  outsideFirmName: optionalName('外省机构名称', 100).default(''),
  fromOn: registryDay('起始日期'),
  untilOn: optionalDate('截止日期'),
};
type PeriodSays = z.output<z.ZodObject<typeof periodSays>>;
function judgePractice(v: PeriodSays, context: Faults): void {
  judgePeriod(v, context);
  if (v.firmId === null && !v.outsideFirmName) fault(context, 'firmId', '请选择本会的执业机构，或填写外省机构名称');
  if (v.firmId !== null && v.outsideFirmName) fault(context, 'outsideFirmName', '已选择本会的执业机构，请清空此项');
}
export const createPeriod = z.strictObject({ ...lawyerSubject, ...periodSays }).superRefine(judgePractice);
export const updatePeriod = z.strictObject({ ...periodSays, ...seen }).superRefine(judgePractice);

export const removeRecord = z.strictObject({ version: seenVersionInQuery });

/** As passports and bars write names. */
export const confirmLatinName = z.strictObject({
  latinName: latinName('外文姓名').refine((v) => v !== '', { error: '请填写外文姓名' }),
  /** What it was compared with; it is kept in the log. */
  reason: requiredLine('核定依据', MAX_NAME_REASON),
  ...seen,
});

/** As the firm's seal and letterhead have it: Latin letters, digits, and the signs that firms' names have. */
export const confirmEnglishName = z.strictObject({
  englishName: requiredLine('英文名称', MAX_ENGLISH_NAME).refine(
    (v) => /^\p{Script=Latin}[\p{Script=Latin}\p{M}\d '’.,&()/-]*$/u.test(v),
    { error: '英文名称请用拉丁字母填写，例如 Qingming Law Firm' },
  ),
  ...seen,
});
export type ConfirmEnglishName = z.input<typeof confirmEnglishName>;

const listed = {
  ...pageQuery,
  search: line('关键词', 60).optional(),
  year: wholeNumber('年度', 1979, 2099).optional(),
  subjectKind: keyOf(SUBJECT_KINDS, '会员类别').optional(),
};
export const listAssessments = z.strictObject({ ...listed, state: keyOf(ASSESSMENT_STATES, '考核状态').optional() });
export const listDues = z.strictObject({ ...listed, state: keyOf(DUES_STATES, '缴费状态').optional() });

/** 活动学时, 律协任职, 执业经历 of all lawyers, or of those a name or number finds. */
export const listLawyerRecords = z.strictObject({ ...pageQuery, search: listed.search });

export type CreateAssessment = z.input<typeof createAssessment>;
export type UpdateAssessment = z.input<typeof updateAssessment>;
export type CreateDues = z.input<typeof createDues>;
export type UpdateDues = z.input<typeof updateDues>;
export type CreateAppointment = z.input<typeof createAppointment>;
export type UpdateAppointment = z.input<typeof updateAppointment>;
export type CreateHours = z.input<typeof createHours>;
export type UpdateHours = z.input<typeof updateHours>;
export type CreateFormerName = z.input<typeof createFormerName>;
export type UpdateFormerName = z.input<typeof updateFormerName>;
export type CreateMerger = z.input<typeof createMerger>;
export type UpdateMerger = z.input<typeof updateMerger>;
export type CreatePeriod = z.input<typeof createPeriod>;
export type UpdatePeriod = z.input<typeof updatePeriod>;
export type RemoveRecord = z.input<typeof removeRecord>;
export type ConfirmLatinName = z.input<typeof confirmLatinName>;
export type ListAssessments = z.input<typeof listAssessments>;
export type ListDues = z.input<typeof listDues>;
