import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { PayAnswer } from '../../platform/wechat-pay/answer.ts';
import { queryRefund, requestRefund, type Refund as ToldRefund } from '../../platform/wechat-pay/refunds.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Payment, Refund } from './model.ts';
import { noticeUrl } from './notice-url.ts';

/** Banks take minutes, sometimes days; a notice usually comes first. */
const LOOK_AGAIN_MS = 30 * 60_000;

/**
 * Asks WeChat Pay for a refund that was agreed to, or how it stands. Sending it again is harmless: the number is the
 * same. Throws while WeChat Pay does not answer, so that the job is tried again.
 */
export async function advanceRefund(refundId: number): Promise<void> {
  const refund = await Refund.findByPk(refundId, { rejectOnEmpty: true });
  if (refund.state !== 'requested' && refund.state !== 'processing') return;
  const payment = await Payment.findByPk(refund.paymentId, { rejectOnEmpty: true });
  const answer = refund.state === 'requested' ? await send(refund, payment) : await queryRefund(refund.outRefundNo);
  if (!answer.ok && answer.fault !== 'refused' && answer.fault !== 'not_found') {
    throw new Error(`WeChat Pay: ${answer.fault} ${answer.code}`);
  }
  await recordRefund({
    outRefundNo: refund.outRefundNo,
    amountFen: answer.ok ? answer.value.amount.refund : refund.amountFen,
    status: answer.ok ? answer.value.status : 'CLOSED',
    refundId: answer.ok ? answer.value.refund_id : null,
    error: answer.ok ? '' : `${answer.code} ${answer.message}`,
  });
}

function send(refund: Refund, payment: Payment): Promise<PayAnswer<ToldRefund>> {
  return requestRefund({
    outTradeNo: payment.outTradeNo,
    outRefundNo: refund.outRefundNo,
    refundFen: refund.amountFen,
    totalFen: payment.amountFen,
    // Twenty characters are eighty bytes at most, which is what may be sent.
    reason: refund.reason,
    notifyUrl: noticeUrl(),
  });
}

/** Takes a genuine word of WeChat Pay about a refund into our books. Answers whether it is ours and agrees. */
export async function recordRefund(told: {
  outRefundNo: string;
  amountFen: number;
  status: string;
  refundId: string | null;
  error?: string;
}): Promise<'recorded' | 'known' | 'differs' | 'unknown'> {
  return transaction(async (t) => {
    const where = { outRefundNo: told.outRefundNo };
    const refund = await Refund.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (!refund) return 'unknown';
    if (refund.amountFen !== told.amountFen) return 'differs';
    if (refund.finishedAt !== null) return 'known';
    const payment = await Payment.findByPk(refund.paymentId, {
      transaction: t,
      lock: t.LOCK.UPDATE,
      rejectOnEmpty: true,
    });
    const refundId = told.refundId ?? refund.refundId;
    if (told.status === 'PROCESSING') {
      await refund.update({ state: 'processing', refundId }, { transaction: t });
      await lookAgain(refund, t);
    } else {
      await finish(refund, payment, { ...told, refundId }, t);
    }
    return 'recorded';
  });
}

async function finish(
  refund: Refund,
  payment: Payment,
  told: { status: string; refundId: string | null; error?: string },
  t: Transaction,
): Promise<void> {
  const isDone = told.status === 'SUCCESS';
  const lastError = isDone ? '' : told.error || told.status;
  const state = isDone ? 'succeeded' : 'failed';
  await refund.update({ state, refundId: told.refundId, lastError, finishedAt: clock.now() }, { transaction: t });
  // What did not go back is still here: finance may try again or pay it by hand.
  await payment.update({ state: isDone ? 'refunded' : 'paid', ...(isDone && { openKey: null }) }, { transaction: t });
  await writeAudit(
    {
      actor: null,
      action: isDone ? 'refund.succeeded' : 'refund.failed',
      targetKind: 'payment',
      targetId: payment.id,
      target: payment.outTradeNo,
      detail: `${(refund.amountFen / 100).toFixed(2)}元${lastError && `，${lastError}`}`,
    },
    t,
  );
}

async function lookAgain(refund: Refund, t: Transaction): Promise<void> {
  const runAt = clock.now() + LOOK_AGAIN_MS;
  const dedupeKey = `refund:${refund.id}:${Math.floor(runAt / LOOK_AGAIN_MS)}`;
  await enqueue('advance-refund', { refundId: refund.id }, { t, dedupeKey, runAt });
}
