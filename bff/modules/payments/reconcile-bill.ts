import { Op } from 'sequelize';
import { addDays, clock, startOfShanghaiDay } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { fetchTradeBill, type BillLine } from '../../platform/wechat-pay/trade-bill.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Payment, Refund } from './model.ts';
import { noteDifference } from './note-difference.ts';
import { compareBooks, type BookLine } from './rules.ts';

/**
 * Compares a day's bill of WeChat Pay with our books and lists what does not agree; answers how many. Throws while the
 * bill cannot be had, so that the job is tried again. Again for the same day finds nothing new.
 */
export async function reconcileBill(date: string): Promise<number> {
  const bill = await fetchTradeBill(date);
  if (!bill.ok && bill.fault === 'not_configured') return 0;
  // No bill is made of a day on which nothing happened.
  if (!bill.ok && bill.fault !== 'not_found') throw new Error(`no bill of ${date}: ${bill.fault} ${bill.code}`);
  const theirs = bill.ok ? bill.value : [];
  const ours = await booksOf(date, theirs);
  const differences = compareBooks(ours, theirs);
  await transaction(async (t) => {
    for (const difference of differences) await noteDifference({ ...difference, billOn: date }, t);
    await writeAudit(
      {
        actor: null,
        action: 'payment.reconciled',
        targetKind: 'payment',
        targetId: 0,
        target: `${date} 账单`,
        detail: `账单${theirs.length}笔，差异${differences.length}项`,
      },
      t,
    );
  });
  return differences.length;
}

/**
 * Our books of a day, and what else of them the bill names: around midnight and after an outage we hear of a payment
 * later than it was made.
 */
async function booksOf(date: string, theirs: readonly BillLine[]): Promise<BookLine[]> {
  const [from, to] = [startOfShanghaiDay(date), startOfShanghaiDay(addDays(date, 1))];
  const within = { [Op.gte]: from, [Op.lt]: to };
  const named = theirs.map(({ outTradeNo }) => outTradeNo);
  const payments = await Payment.findAll({
    where: { transactionId: { [Op.ne]: null }, [Op.or]: [{ paidAt: within }, { outTradeNo: named }] },
  });
  const namedRefunds = theirs.filter(({ kind }) => kind === 'refund').map(({ outRefundNo }) => outRefundNo);
  const refunds = await Refund.findAll({
    where: {
      state: ['processing', 'succeeded'],
      [Op.or]: [{ createdAt: within }, { outRefundNo: namedRefunds }],
    },
  });
  const paid = new Map(
    (await Payment.findAll({ where: { id: refunds.map(({ paymentId }) => paymentId) } })).map((p) => [p.id, p]),
  );
  const isNamed = new Set(theirs.map(({ kind, outTradeNo }) => `${kind} ${outTradeNo}`));
  const settled = clock.now() - SETTLED_MS;
  return [
    ...payments
      .filter((one) => isNamed.has(`payment ${one.outTradeNo}`) || (one.paidAt ?? 0) - from > SETTLED_MS)
      .map((one) => ({
        kind: 'payment' as const,
        outTradeNo: one.outTradeNo,
        outRefundNo: '',
        amountFen: one.amountFen,
      })),
    ...refunds
      .filter((one) => one.createdAt <= settled)
      .map((one) => ({
        kind: 'refund' as const,
        outTradeNo: paid.get(one.paymentId)?.outTradeNo ?? '',
        outRefundNo: one.outRefundNo,
        amountFen: one.amountFen,
      })),
  ];
}

/** What we heard of in the first minutes of a day may have been paid the day before. */
const SETTLED_MS = 10 * 60_000;
