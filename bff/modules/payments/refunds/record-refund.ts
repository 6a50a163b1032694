import type { Transaction } from 'sequelize';
import { toYuan } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { payables } from '../payable.ts';
import { Refund, type Payment } from '../model.ts';
import { refundedEvidence } from '../books/payment-evidence.ts';
import { noteDifference } from '../books/note-difference.ts';
import { lockPayment } from '../policy.ts';
import { writeBalance } from '../books/write-balance.ts';

/** Banks take minutes, sometimes days; a notice usually comes first. */
const LOOK_AGAIN_MS = 30 * 60_000;

/** A refund as a notice or a query tells it. */
export interface ToldRefundState {
  mchid: string;
  outTradeNo: string;
  outRefundNo: string;
  amountFen: number;
  /** What its order was paid with. */
  totalFen: number;
  status: string;
  refundId: string | null;
  error?: string;
}

/**
 * Takes a genuine word of WeChat Pay about a refund into our books. Answers `differs` when merchant, order or amounts
 * are not ours, `unknown` for a refund that is not.
 */
export async function recordRefund(told: ToldRefundState): Promise<'recorded' | 'known' | 'differs' | 'unknown'> {
  return transaction(async (t) => {
    const known = await Refund.findOne({ where: { outRefundNo: told.outRefundNo }, transaction: t });
    if (!known) return 'unknown';
    const payment = await lockPayment(known.paymentId, t);
    const refund = await known.reload({ transaction: t, lock: t.LOCK.UPDATE });
    if (!agrees(refund, payment, told)) return 'differs';
    if (!isNews(refund, told)) return 'known';
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

const agrees = (refund: Refund, payment: Payment, told: ToldRefundState): boolean =>
  told.mchid === payment.mchid &&
  told.outTradeNo === payment.outTradeNo &&
  told.totalFen === payment.amountFen &&
  told.amountFen === refund.amountFen;

/** What failed may still succeed: WeChat Pay lets a person send money on whose bank had refused it. */
function isNews(refund: Refund, { status }: ToldRefundState): boolean {
  if (refund.state === 'requested' || refund.state === 'processing') return true;
  return refund.state === 'failed' && status === 'SUCCESS';
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
  await writeBalance(payment, t);
  const words = `${toYuan(refund.amountFen)}元`;
  if (isDone) {
    await payables.answer[payment.purpose].refunded(payment.subjectId, refund.amountFen, t);
  } else {
    // The money is still here, and nobody may be looking: finance tries again or pays it by hand.
    const { outTradeNo } = payment;
    const amounts = { oursFen: refund.amountFen, theirsFen: null };
    const { outRefundNo } = refund;
    await noteDifference({ kind: 'refund_failed', billOn: clock.today(), outTradeNo, outRefundNo, ...amounts }, t);
  }
  await writeAudit(
    {
      actor: null,
      action: isDone ? 'refund.succeeded' : 'refund.failed',
      targetKind: 'payment',
      targetId: payment.id,
      target: payment.outTradeNo,
      detail: `${words}${lastError && `，${lastError}`}`,
      evidence: isDone ? refundedEvidence(refund) : null,
    },
    t,
  );
}

async function lookAgain(refund: Refund, t: Transaction): Promise<void> {
  const runAt = clock.now() + LOOK_AGAIN_MS;
  const dedupeKey = `refund:${refund.id}:${Math.floor(runAt / LOOK_AGAIN_MS)}`;
  await enqueue('advance-refund', { refundId: refund.id }, { t, dedupeKey, runAt });
}
