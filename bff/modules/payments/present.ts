import { toIso } from '../../contract/dates.ts';
import type {
  BillRow,
  DifferenceRow,
  PaymentDetail,
  StaffPaymentDetail,
  StaffPaymentRow,
} from '../../contract/payments/endpoints.ts';
import type { PaymentReply, RefundReply } from '../../contract/payments/replies.ts';
import type { StaffActor } from '../../actor.ts';
import type { Payment, PaymentBill, PaymentDifference, Refund } from './model.ts';
import { hasReceipt, mayDecide, refundableFen } from './policy.ts';

export function presentPayment(payment: Payment): PaymentReply {
  const { id, state, channel, amountFen, refundedFen, expiresAt, paidAt } = payment;
  const amounts = { amountFen, refundedFen };
  return { id, state, channel, ...amounts, expiresAt: toIso(expiresAt), paidAt: toIso(paidAt) };
}

/** As its member sees it: of refunds only what has left the office. */
export function presentOwnPayment({ payment, refunds }: { payment: Payment; refunds: Refund[] }): PaymentDetail {
  return {
    ...presentPayment(payment),
    refunds: refunds.flatMap(({ state, amountFen, reason, createdAt, finishedAt }) => {
      if (state === 'awaiting_approval' || state === 'declined') return [];
      const shown = state === 'requested' ? 'processing' : state;
      return [{ amountFen, reason, state: shown, at: toIso(finishedAt ?? createdAt) }];
    }),
    can: { receipt: hasReceipt(payment) },
  };
}

export function presentStaffPayment(payment: Payment, awaitsApproval: boolean): StaffPaymentRow {
  const { outTradeNo, transactionId, purpose, subjectId, applicantName, description, createdAt } = payment;
  const own = { outTradeNo, transactionId, purpose, subjectId, applicantName, description };
  return { ...presentPayment(payment), ...own, createdAt: toIso(createdAt), awaitsApproval };
}

export function presentPaymentDetail(
  { payment, refunds }: { payment: Payment; refunds: Refund[] },
  actor: StaffActor,
): StaffPaymentDetail {
  return {
    ...presentStaffPayment(
      payment,
      refunds.some(({ state }) => state === 'awaiting_approval'),
    ),
    refunds: refunds.map((refund) => presentRefund(refund, actor)),
    refundableFen: refundableFen(payment, refunds),
    can: { refund: refundableFen(payment, refunds) > 0, receipt: hasReceipt(payment) },
  };
}

function presentRefund(refund: Refund, actor: StaffActor): RefundReply {
  const { id, outRefundNo, amountFen, reason, state, lastError } = refund;
  return {
    id,
    outRefundNo,
    amountFen,
    reason,
    state,
    lastError,
    requestedBy: refund.requestedByName,
    decidedBy: refund.decidedByName,
    createdAt: toIso(refund.createdAt),
    finishedAt: toIso(refund.finishedAt),
    can: { decide: mayDecide(actor, refund) },
  };
}

export function presentDifference(difference: PaymentDifference): DifferenceRow {
  const { id, kind, billOn, outTradeNo, outRefundNo, oursFen, theirsFen, note } = difference;
  return {
    id,
    kind,
    billOn,
    outTradeNo,
    outRefundNo,
    oursFen,
    theirsFen,
    note,
    foundAt: toIso(difference.foundAt),
    resolvedAt: toIso(difference.resolvedAt),
    resolvedBy: difference.resolvedByName,
  };
}

export function presentBill(bill: PaymentBill): BillRow {
  const { id, billOn, payments, refunds, differences, reconciledAt, reconciledBy } = bill;
  const { paymentsFen = null, refundsFen = null } = bill;
  const came = { payments, paymentsFen, refunds, refundsFen, differences };
  return { id, billOn, ...came, reconciledAt: toIso(reconciledAt), reconciledBy, auditEnd: bill.auditEnd ?? '' };
}
