import type { Transaction } from 'sequelize';
import type { Payment } from '../model.ts';
import { Refund } from '../model.ts';
import { balanceOf } from '../rules.ts';

/** What a payment's refunds make of it; the caller holds the payment's lock. */
export async function readBalance(payment: Payment, t: Transaction): Promise<ReturnType<typeof balanceOf>> {
  return balanceOf(payment.amountFen, await Refund.findAll({ where: { paymentId: payment.id }, transaction: t }));
}

/** Brings a payment in line with its refunds, after one of them has changed; the caller holds the payment's lock. */
export async function writeBalance(payment: Payment, t: Transaction): Promise<void> {
  const { state, refundedFen } = await readBalance(payment, t);
  await payment.update({ state, refundedFen }, { transaction: t });
}
