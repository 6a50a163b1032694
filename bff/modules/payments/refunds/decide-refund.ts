import { toYuan } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { loadToDecide } from '../policy.ts';
import { enqueueRefund } from './request-refund.ts';
import { writeBalance } from '../books/write-balance.ts';

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
    const { payment, refund } = await loadToDecide(actor, id, t);
    if (verdict === 'approve') {
      await refund.update({ state: 'requested', decidedByName: actor.name }, { transaction: t });
      await enqueueRefund(refund, t);
    } else {
      const over = { state: 'declined' as const, decidedByName: actor.name, finishedAt: clock.now() };
      await refund.update(over, { transaction: t });
      await writeBalance(payment, t);
    }
    await writeAudit(
      {
        actor,
        action: verdict === 'approve' ? 'refund.approved' : 'refund.declined',
        targetKind: 'payment',
        targetId: payment.id,
        target: payment.outTradeNo,
        detail: `${toYuan(refund.amountFen)}元`,
      },
      t,
    );
    return { paymentId: payment.id };
  });
}
