import { z } from 'zod';
import { DIFFERENCE_KINDS, PAYMENT_CHANNELS, PAYMENT_PURPOSES, PAYMENT_STATES, REFUND_STATES } from './enums.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';

/** A payment as its member sees it. */
export const paymentReply = reply('PaymentReply', {
  id: z.int(),
  state: oneOf(PAYMENT_STATES),
  channel: oneOf(PAYMENT_CHANNELS),
  amountFen: z.int(),
  /** What has gone back of it. */
  refundedFen: z.int(),
  expiresAt: instant,
  paidAt: instant.nullable(),
});
export type PaymentReply = z.infer<typeof paymentReply>;

/** A payment, and what became of the money afterwards. */
export const paymentDetail = reply('PaymentDetail', {
  ...paymentReply.shape,
  /** What is on its way back or has arrived, the first one first. */
  refunds: z.array(
    z.strictObject({
      amountFen: z.int(),
      reason: z.string(),
      state: z.enum(['processing', 'succeeded', 'failed']),
      at: instant,
    }),
  ),
  can: z.strictObject({
    receipt: z.boolean(),
  }),
});
export type PaymentDetail = z.infer<typeof paymentDetail>;

/** What lets somebody pay now. */
export const payableReply = reply('PayableReply', {
  ...paymentReply.shape,
  pay: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('jsapi'),
      parameters: z.strictObject({
        appId: z.string(),
        timeStamp: z.string(),
        nonceStr: z.string(),
        package: z.string(),
        signType: z.literal('RSA'),
        paySign: z.string(),
      }),
    }),
    z.strictObject({
      kind: z.literal('h5'),
      url: z.string(),
    }),
    /** A QR code as a data: address. */
    z.strictObject({
      kind: z.literal('native'),
      picture: z.string(),
    }),
  ]),
});
export type PayableReply = z.infer<typeof payableReply>;

export const staffPaymentRow = reply('StaffPaymentRow', {
  ...paymentReply.shape,
  outTradeNo: z.string(),
  transactionId: z.string().nullable(),
  /** What it pays for: of `paper`, the paper order. */
  purpose: oneOf(PAYMENT_PURPOSES),
  subjectId: z.int(),
  applicantName: z.string(),
  description: z.string(),
  createdAt: instant,
  /** A refund of it waits for its second person. */
  awaitsApproval: z.boolean(),
});
export type StaffPaymentRow = z.infer<typeof staffPaymentRow>;

/** What the payments that filters let through come to: how many were paid, what came in and what went back of it, fen. */
export const paymentSums = reply('PaymentSums', { paid: z.int(), paidFen: z.int(), refundedFen: z.int() });
export type PaymentSums = z.infer<typeof paymentSums>;

export const refundReply = reply('RefundReply', {
  id: z.int(),
  outRefundNo: z.string(),
  amountFen: z.int(),
  reason: z.string(),
  state: oneOf(REFUND_STATES),
  requestedBy: z.string(),
  decidedBy: z.string(),
  lastError: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** The signed-in member of staff may be its second person. */
  can: z.strictObject({
    decide: z.boolean(),
  }),
});
export type RefundReply = z.infer<typeof refundReply>;

export const staffPaymentDetail = reply('StaffPaymentDetail', {
  ...staffPaymentRow.shape,
  refunds: z.array(refundReply),
  /** What may still be sent back, fen. */
  refundableFen: z.int(),
  can: z.strictObject({
    refund: z.boolean(),
    receipt: z.boolean(),
  }),
});
export type StaffPaymentDetail = z.infer<typeof staffPaymentDetail>;

export const differenceRow = reply('DifferenceRow', {
  id: z.int(),
  kind: oneOf(DIFFERENCE_KINDS),
  billOn: day,
  outTradeNo: z.string(),
  outRefundNo: z.string(),
  oursFen: z.int().nullable(),
  theirsFen: z.int().nullable(),
  foundAt: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: z.string(),
  note: z.string(),
});
export type DifferenceRow = z.infer<typeof differenceRow>;

/** A day whose bill was compared with our books. */
export const billRow = reply('BillRow', {
  id: z.int(),
  billOn: day,
  payments: z.int(),
  /** What they came to, fen; null: compared before that was noted. */
  paymentsFen: z.int().nullable(),
  refunds: z.int(),
  refundsFen: z.int().nullable(),
  differences: z.int(),
  reconciledAt: instant,
  reconciledBy: z.string(),
  /** Count and hash of the audit log's end then, `length:hash`: kept on paper, nobody inside can change it. */
  auditEnd: z.string(),
});
export type BillRow = z.infer<typeof billRow>;
