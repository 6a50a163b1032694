import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { toYuan } from '../../../contract/text.ts';
import { readLinesOf, type TargetLine } from '../../audit/read-lines.ts';
import type { Payment } from '../model.ts';

const paidShape = z.strictObject({
  outTradeNo: z.string(),
  transactionId: z.string().nullable(),
  /** As WeChat Pay told it under its signature. */
  amountFen: z.int(),
  /** Epoch milliseconds. */
  paidAt: z.int(),
  payer: z.string(),
});
const refundedShape = z.strictObject({ outRefundNo: z.string(), amountFen: z.int() });

/** What the line `payment.paid` witnesses: the money, as a genuine word of WeChat Pay told it, and whose payment it is. */
export const paidEvidence = (paid: z.infer<typeof paidShape>): string => JSON.stringify(paidShape.parse(paid));

/** What the line `refund.succeeded` witnesses. */
export const refundedEvidence = (refund: z.infer<typeof refundedShape>): string =>
  JSON.stringify(refundedShape.parse({ outRefundNo: refund.outRefundNo, amountFen: refund.amountFen }));

/** What of a payment a receipt rests on. */
type PaidRow = Pick<
  Payment,
  'id' | 'outTradeNo' | 'transactionId' | 'amountFen' | 'refundedFen' | 'paidAt' | 'applicantName'
>;

/**
 * Whether the log has this payment as its row says it: who began it, what arrived and what went back; null, or in words
 * what differs. Of payments from before lines witnessed anything, their words vouch for order and amount.
 */
export async function paymentFault(payment: PaidRow, t?: Transaction): Promise<string | null> {
  const { lines, isWhole } = await readLinesOf(
    {
      targetKind: 'payment',
      targetId: payment.id,
      actions: ['payment.started', 'payment.paid', 'refund.succeeded'],
    },
    t,
  );
  if (!isWhole) return '操作日志中该订单的记录被改动';
  const of = (action: string) => lines.filter((line) => line.action === action);
  const [started, paid] = [of('payment.started'), of('payment.paid')];
  const isBegun = started.some(
    ({ actor, target, detail }) =>
      actor === payment.applicantName && target === payment.outTradeNo && detail === yuan(payment.amountFen),
  );
  if (!isBegun) return '缴费人、订单号或金额与操作日志不符';
  const [arrived, another] = paid;
  if (!arrived || another || !saysPaid(arrived, payment)) return '操作日志中没有该订单的这笔支付';
  const back = of('refund.succeeded').reduce((sum, line) => sum + refundedFenOf(line), 0);
  return back === payment.refundedFen ? null : '已退款的金额与操作日志不符';
}

function saysPaid({ evidence, target, detail }: TargetLine, payment: PaidRow): boolean {
  if (evidence === null) return target === payment.outTradeNo && detail === yuan(payment.amountFen);
  const { outTradeNo, transactionId, amountFen, applicantName: payer, paidAt } = payment;
  return paidAt !== null && evidence === paidEvidence({ outTradeNo, transactionId, amountFen, paidAt, payer });
}

function refundedFenOf({ evidence, detail }: TargetLine): number {
  if (evidence !== null) return refundedShape.parse(JSON.parse(evidence)).amountFen;
  const [, whole = '0', cents = '0'] = /^(\d+)\.(\d\d)元/.exec(detail) ?? [];
  return Number(whole) * 100 + Number(cents);
}

const yuan = (amountFen: number) => `${toYuan(amountFen)}元`;
