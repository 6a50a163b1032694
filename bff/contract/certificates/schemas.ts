import { z } from 'zod';
import { MAX_ATTACHMENTS, MAX_COPIES, MAX_FREE_TEXT, MAX_LAWYERS, MAX_REASON, MAX_REMARK } from './limits.ts';
import { MAX_OPINION, MAX_RETURN } from '../review/limits.ts';
import { MAX_PURPOSE } from '../limits.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { APPLICATION_STATES, CERTIFICATE_STANDINGS, ISSUE_STATES } from './enums.ts';
import { APPROVAL_WAYS, DOUBTS, OUTCOMES, QUEUE_SCOPES, REVIEW_MODES, WAITED } from '../review/enums.ts';
import { overrulingWords } from '../review/schemas.ts';
import { takesAttachments, type ApplicationField } from '../certificate-types/enums.ts';
import { COUNTRIES, type Country } from '../countries.ts';
import {
  email,
  id,
  keyOf,
  latinName,
  licenceNo,
  line,
  pageQuery,
  paragraph,
  phone,
  plainDate,
  printed,
  requiredLine,
  wholeNumber,
  properName,
} from '../fields.ts';

/** Of a year's assessment, dues or hours: the registry knows nothing older. */
const FIRST_YEAR = 2000;

const paper = z.discriminatedUnion(
  'pickup',
  [
    z.strictObject({ pickup: z.literal('collect'), copies: wholeNumber('申请数量', 1, MAX_COPIES) }),
    z.strictObject({
      pickup: z.literal('mail'),
      copies: wholeNumber('申请数量', 1, MAX_COPIES),
      recipient: properName('收件人', 30),
      phone: phone('收件电话'),
      address: printed('收件地址', requiredLine('收件地址', 120)),
    }),
  ],
  { error: '请选择领取方式' },
);

const typeCode = z.string({ error: '请选择证明类型' }).regex(/^[a-z][a-z0-9-]{1,40}$/, { error: '请选择证明类型' });
const attachments = z
  .array(z.string().regex(/^[A-Za-z0-9_-]{16,40}$/, { error: '附件无效，请移除后重新上传' }), { error: '请上传附件' })
  .max(MAX_ATTACHMENTS, { error: `附件最多${MAX_ATTACHMENTS}份` })
  .refine((ids) => new Set(ids).size === ids.length, { error: '同一附件被重复提交' });
const common = {
  type: typeCode,
  email: email('联系邮箱'),
  purpose: printed('用途', line('用途', MAX_PURPOSE)).default(''),
  /** null: no paper copy wanted. */
  paper: paper.nullable().default(null),
  remark: paragraph('备注说明', MAX_REMARK).default(''),
};
const asked = (today: string) =>
  ({
    lawyers: {
      lawyerIds: z
        .array(id('律师'), { error: '请选择律师' })
        .min(1, { error: '请至少选择一名律师' })
        .max(MAX_LAWYERS, { error: `一次最多选择${MAX_LAWYERS}名律师` })
        .refine((ids) => new Set(ids).size === ids.length, { error: '同一名律师被重复选择' }),
    },
    since: {
      since: plainDate('起始时间').refine((v) => !(v > today), { error: '起始时间不能晚于今天' }),
      /** Of a firm's letter: lawyers who began to practise later count from their own first day. */
      sinceFirstPractice: z.boolean({ error: '请选择起始时间的算法' }).optional(),
    },
    year: { year: wholeNumber('年度', FIRST_YEAR, Number(today.slice(0, 4))) },
    formerLawyer: {
      formerLawyer: z.strictObject(
        { licenceNo: licenceNo('执业证号'), name: properName('姓名', 50) },
        { error: '请填写已注销律师的执业证号和姓名' },
      ),
    },
    country: { country: z.enum(Object.keys(COUNTRIES) as Country[], { error: '请选择使用国家/地区' }) },
    latinName: { latinName: latinName('拉丁字母姓名').refine((v) => v !== '', { error: '请填写拉丁字母姓名' }) },
    attachments: { attachments: attachments.refine((ids) => ids.length > 0, { error: '请至少上传一份附件' }) },
    consent: { consent: z.literal(true, { error: '请确认已征得当事人同意' }) },
    freeText: {
      freeText: printed('证明内容', paragraph('证明内容', MAX_FREE_TEXT)).refine((v) => v !== '', {
        error: '请填写证明内容',
      }),
    },
  }) satisfies Record<ApplicationField, z.ZodRawShape>;

/** The form of one type: only what the type asks for, so that unknown fields are refused and all faults come at once. */
export function applicationContent(asks: readonly ApplicationField[], today: string) {
  return z.strictObject({ ...common, ...wholeForm(asks, today) });
}
/** As above, with the key that makes a repeated submit harmless. */
export function submitApplication(asks: readonly ApplicationField[], today: string) {
  return z.strictObject({ ...common, ...wholeForm(asks, today), idempotencyKey, seen: seen.optional() });
}
/** A returned application sent again: the whole form, with its key. */
export function completeApplication(asks: readonly ApplicationField[], today: string) {
  return submitApplication(asks, today).omit({ seen: true });
}
/** What of the form a pre-check looks at: neither where the letter is sent nor what proves it. */
export function preCheckContent(asks: readonly ApplicationField[], today: string) {
  const judged = asks.filter((field) => field !== 'attachments' && field !== 'consent');
  return z.strictObject({ type: common.type, purpose: common.purpose, ...optionalFields(judged, today) });
}
export type PreCheckContent = z.input<ReturnType<typeof preCheckContent>>;
/** What the member has seen of the pre-check; absent: the answer is taken as it comes. */
const seen = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: '预检结果无效，请重新预览' });
const idempotencyKey = z
  .string({ error: '缺少提交标识，请刷新页面后重试' })
  .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: '提交标识无效，请刷新页面后重试' });

// What is written freely may be proved by files, and need not be.
function wholeForm(asks: readonly ApplicationField[], today: string) {
  const fields = optionalFields(asks, today);
  return takesAttachments(asks) === 'optional' ? { ...fields, attachments: attachments.optional() } : fields;
}

// Required where the type asks, absent otherwise; typed as optional because the type is known only at run time.
function optionalFields(asks: readonly ApplicationField[], today: string) {
  const fields = asked(today);
  const shape = Object.assign({}, ...asks.map((field) => fields[field])) as Partial<AskedShape>;
  return shape as unknown as { [K in keyof AskedShape]: z.ZodOptional<AskedShape[K]> };
}
type Asked = ReturnType<typeof asked>;
type AskedShape = Asked['lawyers'] &
  Asked['since'] &
  Asked['year'] &
  Asked['formerLawyer'] &
  Asked['country'] &
  Asked['latinName'] &
  Asked['attachments'] &
  Asked['consent'] &
  Asked['freeText'];

/** Only enough of the body to look the type up; the real schema follows. */
export const typeOnly = z.looseObject({ type: typeCode });

export type ApplicationContent = z.input<ReturnType<typeof applicationContent>>;
export type CompleteApplication = z.input<ReturnType<typeof completeApplication>>;
export type SubmitApplication = z.input<ReturnType<typeof submitApplication>>;
export type ApplicationContentParsed = z.output<ReturnType<typeof applicationContent>>;

export const listApplications = z.strictObject({
  ...pageQuery,
  type: typeCode.optional(),
  from: plainDate('开始日期').optional(),
  to: plainDate('结束日期').optional(),
  state: keyOf(APPLICATION_STATES, '申请状态').optional(),
  /** How the issued certificate stands today. */
  standing: keyOf(CERTIFICATE_STANDINGS, '证明状态').optional(),
  outcome: keyOf(OUTCOMES, '审核结果').optional(),
  /** Any part of the number, of the purpose, or of the name of a lawyer. */
  search: line('关键词', 60).optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
});
export type ListApplications = z.input<typeof listApplications>;

export const listQueue = z.strictObject({
  ...listApplications.shape,
  mode: keyOf(REVIEW_MODES, '审核方式').optional(),
  issue: keyOf(ISSUE_STATES, '证明制作').optional(),
  /** Still waiting, for at least so long. */
  waited: keyOf(WAITED, '等待时长').optional(),
  scope: keyOf(QUEUE_SCOPES, '范围').optional(),
  /** Still waiting, by what was found at worst. */
  doubts: keyOf(DOUBTS, '核查结果').optional(),
  /** The list is of one firm or lawyer. */
  applicantKind: keyOf(SUBJECT_KINDS, '会员类别').optional(),
  applicantId: z.coerce.number().int().positive().optional(),
  /** Still waiting, and to be approved in that way. */
  way: keyOf(APPROVAL_WAYS, '处理方式').optional(),
  /** 编号, or the beginning of the applicant's name. */
  search: line('关键词', 60).optional(),
});
export type ListQueue = z.input<typeof listQueue>;

export const mailCertificate = z.strictObject({
  /** Absent: the contact address of the application. */
  email: email('接收邮箱').optional(),
});
export type MailCertificate = z.input<typeof mailCertificate>;

const SEE_FIRST = '请先打开申请，看过内容和核查结果后再决定';
/** `doubtsSeen` of the page on which it was decided: nobody decides what he or she was not shown. */
const pageSeen = z.string({ error: SEE_FIRST }).regex(/^[0-9a-f]{64}$/, { error: SEE_FIRST });
/** `contentSeen` of the row of the list. */
const rowSeen = z.string({ error: SEE_FIRST }).regex(/^[0-9a-f]{24}$/, { error: SEE_FIRST });

/** A rejection without an opinion can't be said. */
export const decideApplication = z.discriminatedUnion(
  'verdict',
  [
    /** `words`: of each rule in doubt, how that was settled. */
    z.strictObject({
      verdict: z.literal('approve'),
      words: overrulingWords.default({}),
      seen: pageSeen,
    }),
    /** 批量通过: a machine has checked everything. */
    z.strictObject({ verdict: z.literal('approve_checked'), seen: rowSeen }),
    /** One of a set that the reviewer has read letter by letter; what was read is kept with the reading. */
    z.strictObject({ verdict: z.literal('approve_read') }),
    z.strictObject({
      verdict: z.literal('reject'),
      opinion: paragraph('审核意见', MAX_OPINION).refine((v) => v !== '', { error: '驳回须填写审核意见' }),
      seen: pageSeen,
    }),
    /** 退回补正. */
    z.strictObject({
      verdict: z.literal('return'),
      reason: paragraph('退回原因', MAX_RETURN).refine((v) => v !== '', { error: '请填写退回原因，申请人会看到' }),
      request: paragraph('需补正的内容', MAX_RETURN).refine((v) => v !== '', {
        error: '请写明需要补正什么，申请人会看到',
      }),
      seen: pageSeen,
    }),
  ],
  { error: '请选择通过、驳回或退回补正' },
);
export type DecideApplication = z.input<typeof decideApplication>;
export type DecideApplicationParsed = z.output<typeof decideApplication>;

const reason = paragraph('原因', MAX_REASON).refine((v) => v !== '', { error: '请填写原因，申请人会看到' });

export const revokeCertificate = z.strictObject({ reason });
export type RevokeCertificate = z.input<typeof revokeCertificate>;

/** Words that a reviewer puts right; absent: as the member wrote them. */
const correction = {
  purpose: printed('用途', line('用途', MAX_PURPOSE)).optional(),
  freeText: paragraph('证明内容', MAX_FREE_TEXT).optional(),
};

export const previewReplacement = z.strictObject(correction);
export type PreviewReplacement = z.input<typeof previewReplacement>;

const PREVIEW_FIRST = '请先预览更正后的证明';
/** `seen` of the preview. */
const correctedSeen = z.string({ error: PREVIEW_FIRST }).regex(/^[0-9a-f]{64}$/, { error: PREVIEW_FIRST });

export const printReplacement = z.strictObject({ ...correction, seen: correctedSeen });
export type PrintReplacement = z.input<typeof printReplacement>;

export const replaceCertificate = z.strictObject({
  reason,
  ...correction,
  /** How each rule in doubt was settled. */
  words: overrulingWords.default({}),
  seen: correctedSeen,
});
export type ReplaceCertificate = z.input<typeof replaceCertificate>;
