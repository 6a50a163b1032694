import type { Transaction } from 'sequelize';
import { toYuan } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { log } from '../../../platform/log/log.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { payables } from '../payable.ts';
import { Payment, PaymentDifference } from '../model.ts';
import { paidEvidence } from '../books/payment-evidence.ts';
import { noteDifference } from '../books/note-difference.ts';
import { giveBackRest } from '../refunds/request-refund.ts';
import { judge, type Difference, type Judgement, type ToldPayment } from '../rules.ts';

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
  const difference = differenceOf(payment, told, judgement);
  if (difference && (await isNoted(difference))) return judgement;
  return transaction((t) => recordIn(payment, told, t));
}

async function recordIn(known: Payment, told: ToldPayment, t: Transaction): Promise<Judgement> {
  const purpose = payables.answer[known.purpose];
  const { isOwed } = await purpose.lock(known.subjectId, t);
  const payment = await known.reload({ transaction: t, lock: t.LOCK.UPDATE });
  const judgement = judge(payment, told);
  if (judgement === 'paid' || judgement === 'late') {
    await take(payment, told, t);
    if (judgement === 'paid' && isOwed) await purpose.paid(payment.subjectId, t);
    else if (!(await purpose.paidLate?.(payment.subjectId, t)))
      await giveBackRest({ payment, reason: '订单已关闭，款项退回' }, t);
  }
  const difference = differenceOf(payment, told, judgement);
  if (difference) {
    log.error({ outTradeNo: told.outTradeNo, judgement }, 'WeChat Pay tells otherwise than our books');
    await noteDifference(difference, t);
  }
  return judgement;
}

async function take(payment: Payment, told: ToldPayment, t: Transaction): Promise<void> {
  const transactionId = told.transactionId ?? null;
  // When WeChat Pay had it, not when we heard: its bill lists it under that day.
  const paidAt = told.paidAt ?? clock.now();
  await payment.update({ state: 'paid', transactionId, paidAt }, { transaction: t });
  const { outTradeNo, amountFen, applicantName: payer } = payment;
  await writeAudit(
    {
      actor: null,
      action: 'payment.paid',
      targetKind: 'payment',
      targetId: payment.id,
      target: payment.outTradeNo,
      detail: `${toYuan(amountFen)}元`,
      // Judged: it is the amount of our order.
      evidence: paidEvidence({ outTradeNo, transactionId, amountFen: told.amountFen ?? amountFen, paidAt, payer }),
    },
    t,
  );
}

function differenceOf(
  payment: Payment,
  told: ToldPayment,
  judgement: Judgement,
): (Difference & { billOn: string }) | null {
  if (judgement !== 'differs' && judgement !== 'paid_twice') return null;
  return {
    kind: judgement === 'differs' ? 'told_otherwise' : 'paid_twice',
    billOn: clock.today(),
    outTradeNo: told.outTradeNo,
    outRefundNo: '',
    oursFen: payment.amountFen,
    theirsFen: told.amountFen ?? null,
  };
}

/** Whoever says it a thousand times takes a thousand short reads, and no lock. */
async function isNoted({ kind, billOn, outTradeNo }: Difference & { billOn: string }): Promise<boolean> {
  return (await PaymentDifference.count({ where: { kind, billOn, outTradeNo } })) > 0;
}
