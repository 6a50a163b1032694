import type { Transaction } from 'sequelize';
import { toYuan } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { SYSTEM, type StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { Refund, type Payment } from '../model.ts';
import { loadForRefund } from '../policy.ts';
import { needsSecondPerson } from '../rules.ts';
import { readBalance, writeBalance } from '../books/write-balance.ts';

/**
 * Finance sends a payment back, or a part of it. Above the limit of the settings it waits for a second person. Throws
 * `not_found`, `wrong_state` for what is not paid, `changed_meanwhile` when another refund came since the form was opened,
 * `invalid_fields` for more than is left.
 */
export async function requestRefund(asked: {
  actor: StaffActor;
  id: number;
  amountFen: number;
  reason: string;
  refundableFen: number;
}): Promise<void> {
  const { refundApprovalFen } = await readSettings();
  const { actor, id, amountFen, reason, refundableFen } = asked;
  await transaction(async (t) => {
    const { payment, restFen } = await loadForRefund(id, t);
    if (refundableFen !== restFen) {
      const [then, now] = [toYuan(refundableFen), toYuan(restFen)];
      const message = `打开页面之后这笔付款的退款有变化：当时可退${then}元，现在可退${now}元。请核对退款记录后再提交`;
      throw new AppError('changed_meanwhile', { message });
    }
    if (amountFen > restFen) {
      throw new AppError('invalid_fields', { fields: { amountFen: `最多可退${toYuan(restFen)}元` } });
    }
    const isLarge = needsSecondPerson({ amountFen, paidFen: payment.amountFen, restFen }, refundApprovalFen);
    await openRefund({ payment, amountFen, by: actor, reason }, isLarge ? 'awaiting_approval' : 'requested', t);
  });
}

/**
 * Everything that is left of a payment goes back, in the transaction that holds its lock: what it was paid for will not
 * come, and the system needs nobody's leave for that. Nothing happens when all of it is back or on its way.
 */
export async function giveBackRest(
  { payment, reason }: { payment: Payment; reason: string },
  t: Transaction,
): Promise<void> {
  await giveBackSome({ payment, amountFen: Infinity, reason }, t);
}

/** So much of a payment goes back, or what is left where that is less; otherwise as `giveBackRest`. */
export async function giveBackSome(
  { payment, amountFen, reason }: { payment: Payment; amountFen: number; reason: string },
  t: Transaction,
): Promise<void> {
  const { restFen } = await readBalance(payment, t);
  const backFen = Math.min(amountFen, restFen);
  if (backFen > 0) await openRefund({ payment, amountFen: backFen, by: null, reason }, 'requested', t);
  else await writeBalance(payment, t);
}

async function openRefund(
  asked: { payment: Payment; amountFen: number; by: StaffActor | null; reason: string },
  state: 'requested' | 'awaiting_approval',
  t: Transaction,
): Promise<void> {
  const { payment, amountFen, by, reason } = asked;
  const earlier = await Refund.count({ where: { paymentId: payment.id }, transaction: t });
  const refund = await Refund.create(
    {
      paymentId: payment.id,
      outRefundNo: `R${payment.outTradeNo}${earlier || ''}`,
      amountFen,
      reason,
      state,
      requestedBy: by?.accountId ?? null,
      requestedByName: by?.name ?? SYSTEM,
      decidedByName: '',
      refundId: null,
      lastError: '',
      createdAt: clock.now(),
      finishedAt: null,
    },
    { transaction: t },
  );
  await writeBalance(payment, t);
  await writeAudit(
    {
      actor: by,
      action: 'refund.requested',
      targetKind: 'payment',
      targetId: payment.id,
      target: payment.outTradeNo,
      detail: `${toYuan(amountFen)}元，${reason}`,
    },
    t,
  );
  if (state === 'requested') await enqueueRefund(refund, t);
}

/** A refund that needs nobody's leave any more is sent by a job. */
export async function enqueueRefund(refund: Refund, t: Transaction): Promise<void> {
  await enqueue('advance-refund', { refundId: refund.id }, { t, dedupeKey: `refund:${refund.id}` });
}
