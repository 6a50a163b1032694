import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { StaffActor } from '../accounts/actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { readSettings } from '../settings/read-settings.ts';
import { Payment, Refund } from './model.ts';

/**
 * Sends a payment back, in the caller's transaction; the system needs nobody's leave. Nothing happens when it is on its
 * way already.
 */
export async function requestRefundOf(
  { payment, by, reason }: { payment: Payment; by: StaffActor | null; reason: string },
  t: Transaction,
  state: 'requested' | 'awaiting_approval' = 'requested',
): Promise<Refund | null> {
  if (payment.state !== 'paid') return null;
  const earlier = await Refund.count({ where: { paymentId: payment.id }, transaction: t });
  const refund = await Refund.create(
    {
      ...{ paymentId: payment.id, outRefundNo: `R${payment.outTradeNo}${earlier || ''}`, amountFen: payment.amountFen },
      ...{ reason, state, requestedBy: by?.accountId ?? null, requestedByName: by?.name ?? '系统' },
      ...{ decidedByName: '', refundId: null, lastError: '', createdAt: clock.now(), finishedAt: null },
    },
    { transaction: t },
  );
  await payment.update({ state: 'refunding' }, { transaction: t });
  await writeAudit(
    {
      actor: by,
      action: 'refund.requested',
      targetKind: 'payment',
      targetId: payment.id,
      target: payment.outTradeNo,
      detail: `${(refund.amountFen / 100).toFixed(2)}元，${reason}`,
    },
    t,
  );
  if (state === 'requested') await enqueueRefund(refund, t);
  return refund;
}

export async function enqueueRefund(refund: Refund, t: Transaction): Promise<void> {
  await enqueue('advance-refund', { refundId: refund.id }, { t, dedupeKey: `refund:${refund.id}` });
}

/**
 * Finance sends a payment back. Above the limit of the settings it waits for a second person. Throws `not_found`, and
 * `wrong_state` for what is not paid.
 */
export async function requestRefund(asked: { actor: StaffActor; id: number; reason: string }): Promise<void> {
  const { refundApprovalFen } = await readSettings();
  const { actor, id, reason } = asked;
  await transaction(async (t) => {
    const payment = await Payment.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!payment) throw new AppError('not_found');
    if (payment.state !== 'paid') throw new AppError('wrong_state');
    const state = payment.amountFen > refundApprovalFen ? 'awaiting_approval' : 'requested';
    await requestRefundOf({ payment, by: actor, reason }, t, state);
  });
}

/** What a paper order was paid with goes back, when the order is given up. */
export async function refundPaper(
  { orderId, reason }: { orderId: number; reason: string },
  t: Transaction,
): Promise<void> {
  const where = { purpose: 'paper' as const, subjectId: orderId, state: 'paid' as const };
  const payment = await Payment.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  if (payment)
    await requestRefundOf({ payment, by: null, reason: [...reason].slice(0, 20).join('') || '订单已作废' }, t);
}
