import { Op } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { endOfShanghaiDay, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { log } from '../../../platform/log/log.ts';
import { fetchTradeBill, type BillLine } from '../../../platform/wechat-pay/trade-bill.ts';
import { SYSTEM, type StaffActor } from '../../../actor.ts';
import { readAuditEnd } from '../../audit/read-audit-end.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Payment, PaymentBill, Refund } from '../model.ts';
import { noteDifference } from '../books/note-difference.ts';
import { compareBooks, type BookLine } from '../rules.ts';

/**
 * Compares a day's bill of WeChat Pay with our books and lists what does not agree. Again for the same day lists nothing
 * twice. `by` null: the job of every morning. Throws `wrong_state` while there is no bill yet, `unavailable` while it
 * cannot be had.
 */
export async function reconcileBill({ date, by }: { date: string; by: StaffActor | null }): Promise<void> {
  const theirs = await billOf(date);
  if (!theirs) return;
  const ours = await booksOf(date, theirs);
  const differences = compareBooks(ours, theirs);
  const payments = theirs.filter(({ kind }) => kind === 'payment');
  const refunds = theirs.filter(({ kind }) => kind === 'refund');
  await transaction(async (t) => {
    for (const difference of differences) await noteDifference({ ...difference, billOn: date }, t);
    const end = await readAuditEnd(t);
    await PaymentBill.upsert(
      {
        billOn: date,
        payments: payments.length,
        refunds: refunds.length,
        paymentsFen: sumOf(payments),
        refundsFen: sumOf(refunds),
        differences: differences.length,
        reconciledAt: clock.now(),
        reconciledBy: by?.name ?? SYSTEM,
        auditEnd: end && `${end.length}:${end.hash}`,
      },
      { conflictFields: ['bill_on' as 'billOn'], transaction: t },
    );
    await writeAudit(
      {
        actor: by,
        action: 'payment.reconciled',
        targetKind: 'payment',
        targetId: 0,
        target: `${date} 账单`,
        detail: `账单${theirs.length}笔，差异${differences.length}项`,
      },
      t,
    );
  });
}

const sumOf = (lines: readonly BillLine[]) => lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Null: no merchant is configured, there is nothing to compare. */
async function billOf(date: string): Promise<BillLine[] | null> {
  const bill = await fetchTradeBill(date);
  if (bill.ok) return bill.value;
  // No bill is made of a day on which nothing happened.
  if (bill.fault === 'not_found') return [];
  if (bill.fault === 'not_configured') return null;
  if (bill.fault === 'not_ready') throw new AppError('wrong_state', { message: '微信支付次日上午10点后提供账单' });
  log.warn({ date, fault: bill.fault, code: bill.code }, 'no bill');
  throw new AppError('unavailable', { message: '暂时不能从微信支付取得账单，请稍后再试' });
}

/**
 * Our books of a day, and what else of them the bill names: what they have under another day is no difference in
 * money.
 */
async function booksOf(date: string, theirs: readonly BillLine[]): Promise<BookLine[]> {
  const within = { [Op.gte]: startOfShanghaiDay(date), [Op.lt]: endOfShanghaiDay(date) };
  const named = theirs.map(({ outTradeNo }) => outTradeNo);
  const payments = await Payment.findAll({
    where: { transactionId: { [Op.ne]: null }, [Op.or]: [{ paidAt: within }, { outTradeNo: named }] },
  });
  const namedRefunds = theirs.filter(({ kind }) => kind === 'refund').map(({ outRefundNo }) => outRefundNo);
  const refunds = await Refund.findAll({
    where: { [Op.or]: [{ sentAt: within, state: ['processing', 'succeeded'] }, { outRefundNo: namedRefunds }] },
  });
  const ids = refunds.map(({ paymentId }) => paymentId);
  const orders = new Map((await Payment.findAll({ where: { id: ids } })).map((one) => [one.id, one.outTradeNo]));
  const isInBill = new Set(theirs.map(({ kind, outTradeNo }) => `${kind} ${outTradeNo}`));
  const isOfDay = ({ paidAt }: Payment) => paidAt !== null && paidAt >= within[Op.gte] && paidAt < within[Op.lt];
  return [
    ...payments
      // A bill that has but the refund of an order says nothing about its payment.
      .filter((one) => isOfDay(one) || isInBill.has(`payment ${one.outTradeNo}`))
      .map(({ outTradeNo, amountFen }) => ({ kind: 'payment' as const, outTradeNo, outRefundNo: '', amountFen })),
    ...refunds.map(({ paymentId, outRefundNo, amountFen }) => ({
      kind: 'refund' as const,
      outTradeNo: orders.get(paymentId) ?? '',
      outRefundNo,
      amountFen,
    })),
  ];
}
