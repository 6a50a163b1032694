import { toYuan } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { endOnlinePayment } from '../../payments/paying/end-online-payment.ts';
import { PaperOrder } from '../model.ts';
import { recordCounterPayment } from '../orders/mark-paper-paid.ts';
import { moveOrder } from '../orders/move-order.ts';
import { notePaper } from '../orders/note-paper.ts';
import { loadFor } from '../policy.ts';
import { openBundle, lockWaiting } from './open-bundle.ts';

/**
 * 线下缴费 of a paper order; of one that came with a bulk order, together with everything of it that waits: one sum, one
 * receipt. Throws `not_found`, `forbidden`, `wrong_state`.
 */
export async function payAtCounter(payment: { actor: StaffActor; id: number; receiptNo: string }): Promise<void> {
  const { actor, id, receiptNo } = payment;
  const known = await PaperOrder.findByPk(id, { attributes: ['bulkOrderId'] });
  if (!known) throw new AppError('not_found');
  const { bulkOrderId } = known;
  if (bulkOrderId === null) return recordCounterPayment(payment);
  await transaction(async (t) => {
    // All of them by ascending id, before one of them is judged.
    await lockWaiting({ bulkOrderId }, t);
    await loadFor(actor, 'pay', id, t);
    const bundle = await openBundle(bulkOrderId, t);
    await endOnlinePayment({ purpose: 'paper_bundle', subjectId: bundle.id }, t);
    const text = `批量申请 ${bundle.orders} 单一并线下缴费${toYuan(bundle.totalFen)}元，票据号 ${receiptNo}`;
    for (const order of await lockWaiting({ bundleId: bundle.id }, t)) {
      await moveOrder(order, 'pay', { payment: 'counter', paidAt: clock.now(), receiptNo }, t);
      await notePaper({ order, by: actor, event: 'paper_paid', action: 'paper.paid', text }, t);
    }
  });
}
