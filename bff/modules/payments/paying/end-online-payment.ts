import type { Transaction } from 'sequelize';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { PaidFor } from '../payable.ts';
import { Payment } from '../model.ts';

/**
 * Something needs no payment any more: the one that was begun online is closed by a job, or goes back if somebody
 * has paid it by then. In the transaction that holds its lock.
 */
export async function endOnlinePayment({ purpose, subjectId }: PaidFor, t: Transaction): Promise<void> {
  const where = { purpose, subjectId, state: ['created', 'paying'] };
  for (const { id } of await Payment.findAll({ where, transaction: t })) {
    await enqueue('settle-payment', { paymentId: id }, { t, dedupeKey: `payment:${id}:not-owed` });
  }
}
