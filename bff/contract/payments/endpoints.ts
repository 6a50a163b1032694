import type { DifferenceKind, PaymentChannel, PaymentPurpose, PaymentState, RefundState } from './enums.ts';
import type {
  DecideRefund,
  ListBills,
  ListDifferences,
  ListPayments,
  ReconcileBill,
  RequestRefund,
  ResolveDifference,
  StartPayment,
} from './schemas.ts';
import { endpoint, type Page } from '../endpoint.ts';

/** A payment as its member sees it. */
export interface PaymentReply {
  id: number;
  state: PaymentState;
  channel: PaymentChannel;
  amountFen: number;
  /** What has gone back of it. */
  refundedFen: number;
  expiresAt: string;
  paidAt: string | null;
}

/** With what became of the money afterwards. */
export interface PaymentDetail extends PaymentReply {
  /** What is on its way back or has arrived, the first one first. */
  refunds: { amountFen: number; reason: string; state: 'processing' | 'succeeded' | 'failed'; at: string }[];
  can: { receipt: boolean };
}

/** What lets somebody pay now. */
export interface PayableReply extends PaymentReply {
  pay:
    | {
        kind: 'jsapi';
        parameters: {
          appId: string;
          timeStamp: string;
          nonceStr: string;
          package: string;
          signType: 'RSA';
          paySign: string;
        };
      }
    | { kind: 'h5'; url: string }
    /** A QR code as a data: address. */
    | { kind: 'native'; picture: string };
}

export interface StaffPaymentRow extends PaymentReply {
  outTradeNo: string;
  transactionId: string | null;
  /** What it pays for: of `paper`, the paper order. */
  purpose: PaymentPurpose;
  subjectId: number;
  applicantName: string;
  description: string;
  createdAt: string;
}

export interface RefundReply {
  id: number;
  outRefundNo: string;
  amountFen: number;
  reason: string;
  state: RefundState;
  requestedBy: string;
  decidedBy: string;
  lastError: string;
  createdAt: string;
  finishedAt: string | null;
  /** The signed-in member of staff may be its second person. */
  can: { decide: boolean };
}

export interface StaffPaymentDetail extends StaffPaymentRow {
  refunds: RefundReply[];
  /** What may still be sent back, fen. */
  refundableFen: number;
  can: { refund: boolean; receipt: boolean };
}

export interface DifferenceRow {
  id: number;
  kind: DifferenceKind;
  billOn: string;
  outTradeNo: string;
  outRefundNo: string;
  oursFen: number | null;
  theirsFen: number | null;
  foundAt: string;
  resolvedAt: string | null;
  resolvedBy: string;
  note: string;
}

/** A day whose bill was compared with our books. */
export interface BillRow {
  id: number;
  billOn: string;
  payments: number;
  refunds: number;
  differences: number;
  reconciledAt: string;
  reconciledBy: string;
}

export const paymentEndpoints = {
  startPayment: endpoint<{ params: { id: string }; body: StartPayment; reply: PayableReply }>()({
    method: 'POST',
    path: '/applications/:id/payment',
    access: 'member',
    summary: 'Begins to pay for the paper copies of an application',
  }),
  showPayment: endpoint<{ params: { id: string }; reply: PaymentDetail | null }>()({
    method: 'GET',
    path: '/applications/:id/payment',
    access: 'member',
    summary: 'How the payment for the paper copies of an application stands',
  }),
  downloadReceipt: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/applications/:id/payment/receipt',
    access: 'member',
    summary: 'The receipt for the paper copies of an application, as PDF',
    replies: 'pdf',
  }),
  listPayments: endpoint<{ query: ListPayments; reply: Page<StaffPaymentRow> }>()({
    method: 'GET',
    path: '/staff/payments',
    access: ['finance'],
    summary: 'Payments',
  }),
  showStaffPayment: endpoint<{ params: { id: string }; reply: StaffPaymentDetail }>()({
    method: 'GET',
    path: '/staff/payments/:id',
    access: ['finance'],
    summary: 'One payment with its refunds',
  }),
  downloadStaffReceipt: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/payments/:id/receipt',
    access: ['finance'],
    summary: 'The receipt of a payment, as PDF',
    replies: 'pdf',
  }),
  requestRefund: endpoint<{ params: { id: string }; body: RequestRefund; reply: StaffPaymentDetail }>()({
    method: 'POST',
    path: '/staff/payments/:id/refunds',
    access: ['finance'],
    summary: 'Sends a payment back, or a part of it; above the limit a second person has to agree',
  }),
  decideRefund: endpoint<{ params: { id: string }; body: DecideRefund; reply: StaffPaymentDetail }>()({
    method: 'POST',
    path: '/staff/refunds/:id/decision',
    access: ['finance'],
    summary: 'The second person agrees to a refund, or not',
  }),
  listBills: endpoint<{ query: ListBills; reply: Page<BillRow> }>()({
    method: 'GET',
    path: '/staff/payment-bills',
    access: ['finance'],
    summary: 'The days whose bill was compared with our books',
  }),
  reconcileBill: endpoint<{ body: ReconcileBill; reply: Page<BillRow> }>()({
    method: 'POST',
    path: '/staff/payment-bills',
    access: ['finance'],
    summary: 'Compares the bill of a day with our books, now',
  }),
  listDifferences: endpoint<{ query: ListDifferences; reply: Page<DifferenceRow> }>()({
    method: 'GET',
    path: '/staff/payment-differences',
    access: ['finance'],
    summary: 'What does not agree between our books and WeChat Pay',
  }),
  resolveDifference: endpoint<{ params: { id: string }; body: ResolveDifference; reply: DifferenceRow }>()({
    method: 'POST',
    path: '/staff/payment-differences/:id/resolution',
    access: ['finance'],
    summary: 'Notes how a difference was settled',
  }),
} as const;
