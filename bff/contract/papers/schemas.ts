import { PAPER_STATES } from './enums.ts';
import { z } from 'zod';
import { PICKUPS } from '../certificates/enums.ts';
import { LATE } from '../office-hours/enums.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { toHalfWidth } from '../text.ts';
import { id, keyOf, line, pageQuery, plainDate, properName, requiredLine, wholeNumber } from '../fields.ts';

/** Orders in one print batch or one sheet run (certificates.md, Paper). */
export const MAX_BATCH_ORDERS = 100;

const number = (label: string) =>
  z
    .string({ error: `请填写${label}` })
    .transform((v) => toHalfWidth(v).trim().toUpperCase())
    .refine((v) => /^[0-9A-Z-]{4,40}$/.test(v), { error: `${label}应为4至40位数字、字母或短横线` });
const orderIds = z
  .array(id('纸质证明'), { error: '请选择纸质证明' })
  .min(1, { error: '请至少选择一单' })
  .max(MAX_BATCH_ORDERS, { error: `一次最多选择${MAX_BATCH_ORDERS}单` })
  .refine((ids) => new Set(ids).size === ids.length, { error: '同一单被重复选择' });
const reason = requiredLine('作废原因', 200);

export const listPapers = z.strictObject({
  ...pageQuery,
  state: keyOf(PAPER_STATES, '状态').optional(),
  pickup: keyOf(PICKUPS, '领取方式').optional(),
  from: plainDate('开始日期').optional(),
  to: plainDate('结束日期').optional(),
  /** To be printed or mailed, for longer than one working day. */
  waited: keyOf(LATE, '等待时长').optional(),
  /** 编号, or the beginning of the recipient's name. */
  search: line('关键词', 60).optional(),
  /** The list is of one firm or lawyer; both are given, or neither. */
  applicantKind: keyOf(SUBJECT_KINDS, '会员类别').optional(),
  applicantId: z.coerce.number().int().positive().optional(),
  order: z.enum(['newest', 'oldest']).default('oldest'),
});
export type ListPapers = z.input<typeof listPapers>;

export const chosenPapers = z.strictObject({ orderIds });
export type ChosenPapers = z.input<typeof chosenPapers>;

export const printLabels = z.strictObject({
  orderIds,
  /** Labels of the first sheet that are gone already. */
  skip: wholeNumber('已用标签数', 0, 13).default(0),
});
export type PrintLabels = z.input<typeof printLabels>;

export const recordPayment = z.strictObject({ receiptNo: number('票据号') });
export type RecordPayment = z.input<typeof recordPayment>;

export const handOver = z.strictObject({ collectedBy: properName('领取人', 50) });
export type HandOver = z.input<typeof handOver>;

export const mailPapers = z.strictObject({
  mailings: z
    .array(
      z.strictObject({
        orderId: id('纸质证明'),
        courier: requiredLine('快递公司', 30),
        trackingNo: number('快递单号'),
      }),
    )
    .min(1, { error: '请至少选择一单' })
    .max(MAX_BATCH_ORDERS, { error: `一次最多选择${MAX_BATCH_ORDERS}单` }),
});
export type MailPapers = z.input<typeof mailPapers>;

export const voidPaper = z.strictObject({ reason });
export type VoidPaper = z.input<typeof voidPaper>;

export const voidCopy = z.strictObject({
  reason,
  then: z.enum(['print-another', 'leave-it'], { error: '请选择是否补印' }),
});
export type VoidCopy = z.input<typeof voidCopy>;
