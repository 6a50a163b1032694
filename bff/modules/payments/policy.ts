import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import type { MemberActor, StaffActor } from '../../actor.ts';
import { Payment, Refund } from './model.ts';
import { balanceOf } from './rules.ts';

/** What is left of a payment that money can still go back of, fen; 0 when nothing was paid. */
export function refundableFen(payment: Payment, refunds: readonly Refund[]): number {
  const hasMoney = payment.state === 'paid' || payment.state === 'refunding';
  return hasMoney ? balanceOf(payment.amountFen, refunds).restFen : 0;
}

/** What is paid, and not back altogether, has a receipt. */
export const hasReceipt = (payment: Payment): boolean => payment.state === 'paid' || payment.state === 'refunding';

/** Whether somebody may be the second person of a refund: anybody of finance but who asked for it. */
export function mayDecide(actor: StaffActor, refund: Refund): boolean {
  return refund.state === 'awaiting_approval' && refund.requestedBy !== actor.accountId;
}

/** A payment that the actor began. Throws `not_found` for any other. */
export async function loadOwnPayment({ accountId }: MemberActor, id: number): Promise<Payment> {
  const payment = await Payment.findOne({ where: { id, accountId } });
  if (!payment) throw new AppError('not_found');
  return payment;
}

/** Loads a payment to send money back of, locked. Throws `not_found`, and `wrong_state` when none is left. */
export async function loadForRefund(id: number, t: Transaction): Promise<{ payment: Payment; restFen: number }> {
  const payment = await Payment.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!payment) throw new AppError('not_found');
  const restFen = refundableFen(payment, await Refund.findAll({ where: { paymentId: id }, transaction: t }));
  if (restFen === 0) throw new AppError('wrong_state');
  return { payment, restFen };
}

/**
 * Loads a refund for its second person, the payment locked before it. Throws `not_found`, `wrong_state` when it does not
 * wait, `forbidden` for the person who asked for it.
 */
export async function loadToDecide(
  actor: StaffActor,
  id: number,
  t: Transaction,
): Promise<{ payment: Payment; refund: Refund }> {
  const known = await Refund.findByPk(id, { transaction: t });
  if (!known) throw new AppError('not_found');
  const payment = await lockPayment(known.paymentId, t);
  const refund = await known.reload({ transaction: t, lock: t.LOCK.UPDATE });
  if (refund.state !== 'awaiting_approval') throw new AppError('wrong_state');
  if (!mayDecide(actor, refund)) throw new AppError('forbidden', { message: '须由申请人以外的人员复核' });
  return { payment, refund };
}

/** Order of locks: paper order, payment, refund. */
export const lockPayment = (id: number, t: Transaction): Promise<Payment> =>
  Payment.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
