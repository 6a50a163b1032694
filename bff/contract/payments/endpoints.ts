import type {
  DecideRefund,
  ListBills,
  ListDifferences,
  ListPayments,
  ReconcileBill,
  RequestRefund,
  ResolveDifference,
  StartPayment,
  SumPayments,
} from './schemas.ts';
import type {
  PaymentDetail,
  PayableReply,
  PaymentSums,
  StaffPaymentRow,
  StaffPaymentDetail,
  DifferenceRow,
  BillRow,
} from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';

export type * from './replies.ts';

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
  sumPayments: endpoint<{ query: SumPayments; reply: PaymentSums }>()({
    method: 'GET',
    path: '/staff/payment-sums',
    access: ['finance'],
    summary: 'What the payments of a list come to',
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
