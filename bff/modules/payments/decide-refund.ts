import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../accounts/actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Payment, Refund } from './model.ts';
import { enqueueRefund } from './request-refund.ts';

/**
 * The second person agrees to a refund, or not. Throws `not_found`, `wrong_state` when it does not wait, and `forbidden`
 * for the person who asked for it.
 */
export async function decideRefund(decision: {
  actor: StaffActor;
  id: number;
  verdict: 'approve' | 'decline';
}): Promise<{ paymentId: number }> {
  const { actor, id, verdict } = decision;
  return transaction(async (t) => {
    const refund = await Refund.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!refund) throw new AppError('not_found');
    if (refund.state !== 'awaiting_approval') throw new AppError('wrong_state');
    if (refund.requestedBy === actor.accountId) {
      throw new AppError('forbidden', { message: '须由申请人以外的人员复核' });
    }
    const payment = await Payment.findByPk(refund.paymentId, { transaction: t, rejectOnEmpty: true });
    if (verdict === 'approve') {
      await refund.update({ state: 'requested', decidedByName: actor.name }, { transaction: t });
      await enqueueRefund(refund, t);
    } else {
      const over = { state: 'declined' as const, decidedByName: actor.name, finishedAt: clock.now() };
      await refund.update(over, { transaction: t });
      await payment.update({ state: 'paid' }, { transaction: t });
    }
    await writeAudit(
      {
        actor,
        action: verdict === 'approve' ? 'refund.approved' : 'refund.declined',
        targetKind: 'payment',
        targetId: payment.id,
        target: payment.outTradeNo,
        detail: `${(refund.amountFen / 100).toFixed(2)}元`,
      },
      t,
    );
    return { paymentId: payment.id };
  });
}
