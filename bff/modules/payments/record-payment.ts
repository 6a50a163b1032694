import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { log } from '../../platform/log/log.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { markPaperPaid } from '../papers/mark-paper-paid.ts';
import { Payment } from './model.ts';
import { noteDifference } from './note-difference.ts';
import { requestRefundOf } from './request-refund.ts';
import { judge, type Judgement, type ToldPayment } from './rules.ts';

/**
 * Takes a genuine word of WeChat Pay about a payment into our books, once however often and in whatever order it comes.
 * Answers what it meant; `unknown` for an order that is not ours.
 */
export async function recordPayment(told: ToldPayment): Promise<Judgement | 'unknown'> {
  // What changes nothing needs no turn at the database; a payment that is known stays known.
  const payment = await Payment.findOne({ where: { outTradeNo: told.outTradeNo } });
  if (!payment) return 'unknown';
  const judgement = judge(payment, told);
  if (judgement === 'known' || judgement === 'open' || judgement === 'closed') return judgement;
  return transaction((t) => recordIn(told, t));
}

async function recordIn(told: ToldPayment, t: Transaction): Promise<Judgement | 'unknown'> {
  const where = { outTradeNo: told.outTradeNo };
  const payment = await Payment.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  if (!payment) return 'unknown';
  const judgement = judge(payment, told);
  if (judgement === 'paid' || judgement === 'late') await take(payment, told, judgement, t);
  if (judgement === 'differs' || judgement === 'paid_twice') {
    log.error({ outTradeNo: told.outTradeNo, judgement }, 'WeChat Pay tells otherwise than our books');
    await noteDifference(
      {
        kind: judgement === 'differs' ? 'told_otherwise' : 'paid_twice',
        ...{ billOn: clock.today(), outTradeNo: told.outTradeNo, outRefundNo: '' },
        ...{ oursFen: payment.amountFen, theirsFen: told.amountFen ?? null },
      },
      t,
    );
  }
  return judgement;
}

async function take(payment: Payment, told: ToldPayment, judgement: 'paid' | 'late', t: Transaction): Promise<void> {
  const transactionId = told.transactionId ?? null;
  await payment.update({ state: 'paid', transactionId, paidAt: clock.now() }, { transaction: t });
  await writeAudit(
    {
      actor: null,
      action: 'payment.paid',
      targetKind: 'payment',
      targetId: payment.id,
      target: payment.outTradeNo,
      detail: `${(payment.amountFen / 100).toFixed(2)}元`,
    },
    t,
  );
  const isWanted = judgement === 'paid' && (await tellSubject(payment, t));
  if (!isWanted) {
    await requestRefundOf({ payment, by: null, reason: '订单已关闭，款项退回' }, t);
  }
}

/** Whether what was paid for still waits for its payment. */
async function tellSubject(payment: Payment, t: Transaction): Promise<boolean> {
  try {
    await markPaperPaid({ orderId: payment.subjectId }, t);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'wrong_state') return false;
    throw error;
  }
}
