import type { Transaction } from 'sequelize';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { Payment } from '../model.ts';

/**
 * A paper order needs no payment any more: the one that was begun online is closed by a job, or goes back if somebody
 * has paid it by then. In the transaction that holds the order.
 */
export async function endOnlinePayment({ orderId }: { orderId: number }, t: Transaction): Promise<void> {
  const where = { purpose: 'paper' as const, subjectId: orderId, state: ['created', 'paying'] };
  for (const { id } of await Payment.findAll({ where, transaction: t })) {
    await enqueue('settle-payment', { paymentId: id }, { t, dedupeKey: `payment:${id}:not-owed` });
  }
}
