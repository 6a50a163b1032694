import { AppError } from '../../../errors.ts';
import { log } from '../../../platform/log/log.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { paymentFault } from '../books/payment-evidence.ts';
import { Payment, Receipt } from '../model.ts';
import { showPayment } from '../paying/show-payment.ts';
import type { PaidFor } from '../payable.ts';
import { hasReceipt } from '../policy.ts';
import { issueReceipt } from './issue-receipt.ts';

/**
 * 缴费收据: the file that was issued, or a new one when there is none yet or money has gone back since. Throws
 * `not_found`, and `wrong_state` for what was not paid, is back altogether, or is otherwise in the audit log.
 */
export async function readReceipt({ id }: { id: number }): Promise<{ bytes: Buffer; number: string }> {
  const payment = await Payment.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  if (!hasReceipt(payment) || payment.paidAt === null) throw new AppError('wrong_state');
  const fault = await paymentFault(payment);
  if (fault !== null) {
    log.error({ payment: id, fault }, 'a payment is not what the log says');
    throw new AppError('wrong_state', { message: '该订单的账目正在核对，暂不能开具收据，请联系协会财务' });
  }
  const { refundedFen } = payment;
  const issued = await Receipt.findOne({ where: { paymentId: id, refundedFen } });
  const { storageKey, number } = issued ?? (await issueReceipt({ ...payment.get(), paidAt: payment.paidAt }));
  return { bytes: await storage.get(storageKey), number };
}

/** The same for what a member has paid for; whoever names it has authorised it. */
export async function readReceiptFor(paidFor: PaidFor) {
  const shown = await showPayment(paidFor);
  if (!shown) throw new AppError('not_found');
  return readReceipt({ id: shown.payment.id });
}
