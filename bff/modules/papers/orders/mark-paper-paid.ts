import type { Transaction } from 'sequelize';
import { toYuan } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { endOnlinePayment } from '../../payments/paying/end-online-payment.ts';
import { PaperOrder } from '../model.ts';
import { moveOrder } from './move-order.ts';
import { notePaper } from './note-paper.ts';
import { loadFor } from '../policy.ts';

/**
 * An order was paid online: it goes to the printer's list. In the transaction that records the payment. Throws
 * `wrong_state` when it does not wait for a payment (paid before, or voided: the payer is to be refunded then).
 */
export async function markPaperPaid({ orderId }: { orderId: number }, t: Transaction): Promise<void> {
  const order = await PaperOrder.findByPk(orderId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  await moveOrder(order, 'pay', { payment: 'wechat', paidAt: clock.now() }, t);
  const text = `${toYuan(order.totalFen)}元`;
  await notePaper({ order, by: null, event: 'paper_paid', action: 'paper.paid', text }, t);
}

/**
 * 线下缴费: finance took the money at the counter and gave a receipt; nobody can pay the online order any more, and what
 * was paid there meanwhile goes back. Throws `wrong_state`.
 */
export async function recordCounterPayment(payment: {
  actor: StaffActor;
  id: number;
  receiptNo: string;
}): Promise<void> {
  const { actor, id, receiptNo } = payment;
  await transaction(async (t) => {
    const order = await loadFor(actor, 'pay', id, t);
    await moveOrder(order, 'pay', { payment: 'counter', paidAt: clock.now(), receiptNo }, t);
    await endOnlinePayment({ purpose: 'paper', subjectId: order.id }, t);
    const text = `线下缴费${toYuan(order.totalFen)}元，票据号 ${receiptNo}`;
    await notePaper({ order, by: actor, event: 'paper_paid', action: 'paper.paid', text }, t);
  });
}
