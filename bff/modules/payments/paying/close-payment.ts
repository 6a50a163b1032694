import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { closeTransaction } from '../../../platform/wechat-pay/transactions.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Payment } from '../model.ts';
import type { PaidFor } from '../payable.ts';
import { queryPayment } from './query-payment.ts';

/**
 * Closes an unpaid order, first at WeChat Pay: afterwards nobody can pay it. One that was paid meanwhile becomes paid
 * instead. Throws `unavailable` while WeChat Pay does not answer.
 */
export async function closePayment(paymentId: number): Promise<'closed' | 'paid'> {
  const payment = await Payment.findByPk(paymentId, { rejectOnEmpty: new AppError('not_found') });
  if (payment.state !== 'created' && payment.state !== 'paying') return payment.state === 'closed' ? 'closed' : 'paid';
  const answer = await closeTransaction(payment.outTradeNo);
  if (!answer.ok && answer.fault === 'already_paid') {
    await queryPayment(payment);
    return 'paid';
  }
  // Never placed, or closed before: nobody can pay it either.
  const isClosed = answer.ok || answer.fault === 'not_found' || answer.fault === 'closed';
  if (!isClosed) throw new AppError('unavailable');
  return transaction(async (t) => {
    const row = await Payment.findByPk(paymentId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
    if (row.state !== 'created' && row.state !== 'paying') return row.state === 'closed' ? 'closed' : 'paid';
    await row.update({ state: 'closed', closedAt: clock.now(), openKey: null }, { transaction: t });
    await writeAudit(
      { actor: null, action: 'payment.closed', targetKind: 'payment', targetId: row.id, target: row.outTradeNo },
      t,
    );
    return 'closed';
  });
}

/** Closes whatever was begun to pay for something; throws as `closePayment`. */
export async function closePaymentsFor({ purpose, subjectId }: PaidFor): Promise<void> {
  const where = { purpose, subjectId, state: ['created', 'paying'] };
  for (const { id } of await Payment.findAll({ where, attributes: ['id'] })) await closePayment(id);
}
