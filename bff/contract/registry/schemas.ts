import { z } from 'zod';
import { MAX_RECORD_REMARK, MAX_STAFF_REASON } from '../limits.ts';
import {
  DISCIPLINE_KINDS,
  DISCIPLINE_STATES,
  FIRM_KINDS,
  FIRM_NEEDS,
  FIRM_STATUSES,
  IDENTITY_KINDS,
  LAWYER_CATEGORIES,
  LAWYER_NEEDS,
  LAWYER_STATUSES,
  SEXES,
  SUBJECT_KINDS,
} from './enums.ts';
import { identityFault } from './identity.ts';
import { toPlainNumber } from '../text.ts';
import {
  email,
  id,
  keyOf,
  latinName,
  licenceNo,
  line,
  orderBy,
  pageQuery,
  phone,
  registryDay,
  printed,
  requiredLine,
  seenVersion,
  unifiedSocialCreditCode,
  properName,
} from '../fields.ts';

const optional = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema]).default('' as never);

export const listOwnLawyers = z.strictObject({ ...pageQuery, search: line('姓名或执业证号', 40).optional() });
export type ListOwnLawyers = z.input<typeof listOwnLawyers>;

export const listFirms = z.strictObject({
  ...pageQuery,
  search: line('关键词', 60).optional(),
  kind: keyOf(FIRM_KINDS, '机构类别').optional(),
  status: keyOf(FIRM_STATUSES, '状态').optional(),
  needs: keyOf(FIRM_NEEDS, '待办').optional(),
  order: orderBy('licenceNo', 'lawyerCount'),
});
export type ListFirms = z.input<typeof listFirms>;

export const listLawyers = z.strictObject({
  ...pageQuery,
  search: line('关键词', 60).optional(),
  firmId: z.coerce.number().int().positive().optional(),
  category: keyOf(LAWYER_CATEGORIES, '执业类别').optional(),
  status: keyOf(LAWYER_STATUSES, '状态').optional(),
  needs: keyOf(LAWYER_NEEDS, '待办').optional(),
  order: orderBy('licenceNo'),
});
export type ListLawyers = z.input<typeof listLawyers>;

export const listDiscipline = z.strictObject({
  ...pageQuery,
  search: line('关键词', 60).optional(),
  state: keyOf(DISCIPLINE_STATES, '状态').optional(),
  subjectKind: keyOf(SUBJECT_KINDS, '对象').optional(),
  subjectId: z.coerce.number().int().positive().optional(),
  order: orderBy('decidedOn'),
});
export type ListDiscipline = z.input<typeof listDiscipline>;

/** `version` is what the reader saw; absent on creation. */
const version = z.number().int().nonnegative().optional();

export const firmInput = z.strictObject({
  name: properName('名称', 100),
  kind: keyOf(FIRM_KINDS, '机构类别'),
  licenceNo: licenceNo('执业许可证号'),
  uscc: unifiedSocialCreditCode,
  address: printed('办公地址', requiredLine('办公地址', 150)),
  approvedOn: registryDay('批准日期'),
  status: keyOf(FIRM_STATUSES, '状态'),
  /** Of a cancelled firm; absent: today, or the day on record. */
  cancelledOn: registryDay('注销日期').nullable().default(null),
  personInCharge: properName('负责人', 50),
  phone: optional(phone()),
  email: optional(email()),
  pendingChange: line('在办变更', 100).default(''),
  version,
});
export type FirmInput = z.input<typeof firmInput>;

export const lawyerInput = z
  .strictObject({
    name: properName('姓名', 50),
    sex: keyOf(SEXES, '性别'),
    licenceNo: licenceNo('执业证号'),
    identityKind: keyOf(IDENTITY_KINDS, '证件类型'),
    /** Absent on an update: the number on record stays. */
    identityNumber: z.string().transform(toPlainNumber).optional(),
    identityMatchedOn: registryDay('核验日期').nullable().default(null),
    category: keyOf(LAWYER_CATEGORIES, '执业类别'),
    firmId: id('执业机构').nullable(),
    joinedOn: registryDay('入会日期'),
    /** The day a change of firm takes effect; absent: today. */
    firmSinceOn: registryDay('转入日期').optional(),
    firstPractisedOn: registryDay('首次执业日期'),
    status: keyOf(LAWYER_STATUSES, '状态'),
    /** Of a cancelled lawyer; absent: today, or the day on record. */
    cancelledOn: registryDay('注销日期').nullable().default(null),
    latinName: latinName('外文姓名').default(''),
    phone: optional(phone()),
    email: optional(email()),
    pendingChange: line('在办变更', 100).default(''),
    version,
  })
  .superRefine((v, context) => {
    if (v.identityNumber === undefined) return;
    const fault = identityFault(v.identityKind, v.identityNumber);
    if (fault) context.addIssue({ code: 'custom', message: fault, path: ['identityNumber'] });
  });
export type LawyerInput = z.input<typeof lawyerInput>;

/** 核对证件号: a number as somebody has typed it. */
export const checkIdentity = z.strictObject({
  identityNumber: z
    .string({ error: '请填写证件号码' })
    .transform(toPlainNumber)
    .refine((v) => /^[A-Z0-9()]{6,20}$/.test(v), { error: '请填写完整的证件号码' }),
});
export type CheckIdentity = z.input<typeof checkIdentity>;

export const revealIdentity = z.strictObject({ reason: requiredLine('查看事由', MAX_STAFF_REASON) });
export type RevealIdentity = z.input<typeof revealIdentity>;

export const withdrawDiscipline = z.strictObject({
  reason: requiredLine('撤销原因', MAX_STAFF_REASON),
  version: seenVersion,
});
export type WithdrawDiscipline = z.input<typeof withdrawDiscipline>;

export const disciplineInput = z
  .strictObject({
    subjectKind: keyOf(SUBJECT_KINDS, '对象'),
    subjectId: id('处分对象'),
    kind: keyOf(DISCIPLINE_KINDS, '处分种类'),
    state: keyOf(DISCIPLINE_STATES, '状态'),
    documentNo: printed('文号', line('文号', 60)).default(''),
    decidedOn: registryDay('决定日期').nullable().default(null),
    effectiveFromOn: registryDay('生效日期').nullable().default(null),
    effectiveUntilOn: registryDay('届满日期').nullable().default(null),
    remark: line('备注', MAX_RECORD_REMARK).default(''),
    version,
  })
  .superRefine((v, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', message, path: [path] });
    if (v.state === 'effective') {
      if (!v.documentNo) fault('documentNo', '已生效的处分须填写文号');
      if (!v.decidedOn) fault('decidedOn', '已生效的处分须填写决定日期');
      if (!v.effectiveFromOn) fault('effectiveFromOn', '已生效的处分须填写生效日期');
    }
    if (v.decidedOn && v.effectiveFromOn && v.effectiveFromOn < v.decidedOn) {
      fault('effectiveFromOn', '生效日期不能早于决定日期');
    }
    if (v.effectiveFromOn && v.effectiveUntilOn && v.effectiveUntilOn < v.effectiveFromOn) {
      fault('effectiveUntilOn', '届满日期不能早于生效日期');
    }
  });
export type DisciplineInput = z.input<typeof disciplineInput>;
