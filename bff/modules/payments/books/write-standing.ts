import type { Transaction } from 'sequelize';
import type { Payment } from '../model.ts';
import { Refund } from '../model.ts';
import { standingOf } from '../rules.ts';

/** What a payment's refunds make of it; the caller holds the payment's lock. */
export async function readStanding(payment: Payment, t: Transaction): Promise<ReturnType<typeof standingOf>> {
  return standingOf(payment.amountFen, await Refund.findAll({ where: { paymentId: payment.id }, transaction: t }));
}

/** Brings a payment in line with its refunds, after one of them has changed; the caller holds the payment's lock. */
export async function writeStanding(payment: Payment, t: Transaction): Promise<void> {
  const { state, refundedFen } = await readStanding(payment, t);
  await payment.update({ state, refundedFen }, { transaction: t });
}
