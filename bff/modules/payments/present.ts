import type {
  DifferenceRow,
  PaymentReply,
  RefundReply,
  StaffPaymentDetail,
  StaffPaymentRow,
} from '../../contract/endpoints/payments.ts';
import type { StaffActor } from '../accounts/actor.ts';
import type { Payment, PaymentDifference, Refund } from './model.ts';

const instant = (at: number) => new Date(at).toISOString();
const instantOrNull = (at: number | null) => (at === null ? null : instant(at));

export function presentPayment(payment: Payment): PaymentReply {
  const { id, state, channel, amountFen, expiresAt, paidAt } = payment;
  return { id, state, channel, amountFen, expiresAt: instant(expiresAt), paidAt: instantOrNull(paidAt) };
}

export function presentStaffPayment(payment: Payment): StaffPaymentRow {
  const { outTradeNo, transactionId, applicationId, applicantName, description, createdAt } = payment;
  const own = { outTradeNo, transactionId, applicationId, applicantName, description };
  return { ...presentPayment(payment), ...own, createdAt: instant(createdAt) };
}

export function presentPaymentDetail(
  { payment, refunds }: { payment: Payment; refunds: Refund[] },
  actor: StaffActor,
): StaffPaymentDetail {
  return {
    ...presentStaffPayment(payment),
    refunds: refunds.map((refund) => presentRefund(refund, actor)),
    can: { refund: payment.state === 'paid' },
  };
}

function presentRefund(refund: Refund, actor: StaffActor): RefundReply {
  const { id, outRefundNo, amountFen, reason, state, lastError } = refund;
  return {
    ...{ id, outRefundNo, amountFen, reason, state, lastError },
    requestedBy: refund.requestedByName,
    decidedBy: refund.decidedByName,
    createdAt: instant(refund.createdAt),
    finishedAt: instantOrNull(refund.finishedAt),
    can: { decide: state === 'awaiting_approval' && refund.requestedBy !== actor.accountId },
  };
}

export function presentDifference(difference: PaymentDifference): DifferenceRow {
  const { id, kind, billOn, outTradeNo, outRefundNo, oursFen, theirsFen, note } = difference;
  return {
    ...{ id, kind, billOn, outTradeNo, outRefundNo, oursFen, theirsFen, note },
    foundAt: instant(difference.foundAt),
    resolvedAt: instantOrNull(difference.resolvedAt),
    resolvedBy: difference.resolvedByName,
  };
}
