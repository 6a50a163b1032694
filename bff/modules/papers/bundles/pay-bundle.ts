import type { Transaction } from 'sequelize';
import type { InSession, MemberActor } from '../../../actor.ts';
import type { PayableReply, PaymentDetail } from '../../../contract/payments/endpoints.ts';
import type { PaymentChannel } from '../../../contract/payments/enums.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { showOwnPayment, startOwnPayment } from '../../payments/paying/own-payment.ts';
import { readReceiptFor } from '../../payments/receipts/read-receipt.ts';
import { PaperBundle, PaperOrder } from '../model.ts';
import { lastDayToPay, sumOf } from '../rules.ts';
import { openBundle } from './open-bundle.ts';

/**
 * Lets a firm pay for everything of a bulk order that waits for it. Whoever calls has authorised the bulk order. Throws
 * `wrong_state` when nothing waits, and as `startOwnPayment`.
 */
export async function payBundle(asked: {
  actor: MemberActor & InSession;
  bulkOrderId: number;
  channel: PaymentChannel;
  code: string | undefined;
  address: string;
}): Promise<PayableReply> {
  const { actor, bulkOrderId, channel, code, address } = asked;
  const payable = await bundlePayable(bulkOrderId);
  return startOwnPayment({ actor, payable, channel, code, address });
}

/** What a firm owes for the paper of a bulk order. Throws `wrong_state` when nothing is owed. */
export async function bundlePayable(bulkOrderId: number) {
  const { id, orders, totalFen } = await transaction((t) => openBundle(bulkOrderId, t));
  return {
    purpose: 'paper_bundle' as const,
    subjectId: id,
    totalFen,
    description: `批量申请纸质证明费用 ${orders}份证明`,
    page: `bulk?id=${bulkOrderId}`,
  };
}

/** The paper of a bulk order that waits for its payment: how many orders, and what is paid for them in one sum, fen. */
export async function readOwedPaper(bulkOrderId: number, t?: Transaction) {
  const where = { bulkOrderId, state: 'awaiting_payment' };
  const waiting = await PaperOrder.findAll({
    where,
    attributes: ['state', 'payUntil', 'totalFen', 'postageFen'],
    transaction: t ?? null,
  });
  return { orders: waiting.length, ...sumOf(waiting), payUntilOn: lastDayToPay(waiting) };
}

/** How the payments for the paper of a bulk order stand, the first one first; sums that nobody began to pay are left out. */
export async function showBundlePayments(
  bulkOrderId: number,
): Promise<{ bundleId: number; orders: number; payment: PaymentDetail }[]> {
  const shown = [];
  for (const { id, orders } of await PaperBundle.findAll({ where: { bulkOrderId }, order: ['id'] })) {
    const payment = await showOwnPayment({ purpose: 'paper_bundle', subjectId: id });
    if (payment) shown.push({ bundleId: id, orders, payment });
  }
  return shown;
}

/** The receipt of what was paid in one sum. Throws `not_found`, and `wrong_state` for what was not paid or is back. */
export async function readBundleReceipt({ bulkOrderId, bundleId }: { bulkOrderId: number; bundleId: number }) {
  const bundle = await PaperBundle.findOne({ where: { id: bundleId, bulkOrderId } });
  if (!bundle) throw new AppError('not_found');
  return readReceiptFor({ purpose: 'paper_bundle', subjectId: bundle.id });
}
