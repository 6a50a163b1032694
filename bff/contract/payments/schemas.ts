import { z } from 'zod';
import { LATE } from '../office-hours/enums.ts';
import { MAX_REFUND_REASON } from './limits.ts';
import { PAYMENT_CHANNELS, PAYMENT_STATES, REFUND_STATES } from './enums.ts';
import { fen, keyOf, line, orderBy, pageQuery, plainDate, requiredLine } from '../fields.ts';

export const startPayment = z.strictObject({
  channel: keyOf(PAYMENT_CHANNELS, '支付方式'),
  /** The code of wx.login, which says who pays; only the mini-program sends it. */
  code: z.string().min(1).max(200).optional(),
});
export type StartPayment = z.input<typeof startPayment>;

export const listPayments = z.strictObject({
  ...pageQuery,
  state: keyOf(PAYMENT_STATES, '状态').optional(),
  channel: keyOf(PAYMENT_CHANNELS, '支付方式').optional(),
  /** Orders that have a refund in this state. */
  refund: keyOf(REFUND_STATES, '退款').optional(),
  /** Orders that have a refund which has waited so long for its second person. */
  waited: keyOf(LATE, '等待时长').optional(),
  from: plainDate('开始日期').optional(),
  to: plainDate('结束日期').optional(),
  search: line('关键词', 60).optional(),
  order: orderBy('createdAt', 'amountFen'),
});
export type ListPayments = z.input<typeof listPayments>;

/** The filters of the list, whatever its page and order. */
export const sumPayments = listPayments.omit({ cursor: true, limit: true, order: true });
export type SumPayments = z.input<typeof sumPayments>;

export const requestRefund = z.strictObject({
  /** How much is sent back, in fen. */
  amountFen: fen('退款金额', 1, 100_000_000),
  reason: requiredLine('退款原因', MAX_REFUND_REASON),
  /** What could be sent back when the form was opened, in fen: a colleague may have sent some of it since. */
  refundableFen: z.int({ error: '请刷新页面后重试' }),
});
export type RequestRefund = z.input<typeof requestRefund>;

export const decideRefund = z.strictObject({ verdict: z.enum(['approve', 'decline'], { error: '请选择复核结果' }) });
export type DecideRefund = z.input<typeof decideRefund>;

export const listDifferences = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'resolved']).default('open'),
  /** Differences that have been open for so long, and no others. */
  waited: keyOf(LATE, '等待时长').optional(),
});
export type ListDifferences = z.input<typeof listDifferences>;

export const resolveDifference = z.strictObject({ note: requiredLine('处理说明', 200) });
export type ResolveDifference = z.input<typeof resolveDifference>;

export const listBills = z.strictObject(pageQuery);
export type ListBills = z.input<typeof listBills>;

export const reconcileBill = z.strictObject({ date: plainDate('账单日期') });
export type ReconcileBill = z.input<typeof reconcileBill>;
