import { z } from 'zod';
import { BULK_OUTCOMES } from './enums.ts';
import { preCheckReason } from '../pre-check/replies.ts';
import { PAPER_STATES } from '../papers/enums.ts';
import { paymentDetail } from '../payments/replies.ts';
import { REVIEW_MODES } from '../review/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** A bulk application in the list. */
export const bulkRow = reply('BulkRow', {
  id: z.int(),
  typeLabel: z.string(),
  createdAt: instant,
  total: z.int(),
  /** How many stand where; outcomes without any are 0. */
  counts: z.record(oneOf(BULK_OUTCOMES), z.int()),
  /** Every lawyer's application is submitted or has failed. */
  isFinished: z.boolean(),
});
export type BulkRow = z.infer<typeof bulkRow>;

export const bulkDetail = reply('BulkDetail', {
  ...bulkRow.shape,
  /** Whether paper copies were ordered; `showBulkPaper` tells what they cost. */
  hasPaper: z.boolean(),
  items: z.array(
    z.strictObject({
      lawyerId: z.int(),
      name: z.string(),
      licenceNo: z.string(),
      outcome: oneOf(BULK_OUTCOMES),
      applicationId: z.int().nullable(),
      number: z.string(),
      /** Why it failed or was rejected. */
      reason: z.string(),
    }),
  ),
});
export type BulkDetail = z.infer<typeof bulkDetail>;

/** What the paper of a bulk order costs together, and what has been paid for it. Amounts in fen. */
export const bulkPaper = reply('BulkPaper', {
  /** What waits for its payment now, in one sum; `orders` 0: nothing. */
  owed: z.strictObject({
    orders: z.int(),
    copiesFen: z.int(),
    postageFen: z.int(),
    totalFen: z.int(),
    /** Last day on which all of it can be paid for, yyyy-MM-dd; null: no end. */
    payUntilOn: z.string().nullable(),
  }),
  /** So many certificates are not decided yet: their paper is paid once they are approved. */
  undecided: z.int(),
  /** Where the paper stands, in the order of its way; what still waits for its payment is `owed`. */
  standing: z.array(z.strictObject({ state: oneOf(PAPER_STATES), orders: z.int() })),
  payments: z.array(z.strictObject({ bundleId: z.int(), orders: z.int(), payment: paymentDetail })),
  can: z.strictObject({ cancel: z.boolean() }),
});
export type BulkPaper = z.infer<typeof bulkPaper>;

/** What would become of a bulk application if it were submitted now. */
export const bulkPreCheck = reply('BulkPreCheck', {
  /** `manual`: every one of them is read by a person, whatever is found. */
  reviewMode: oneOf(REVIEW_MODES),
  total: z.int(),
  /** How many are issued at once, by the rules alone. */
  automatic: z.int(),
  /** Why the others go to a person; who has a matter of his or her own is not named. */
  reasons: z.array(preCheckReason),
});
export type BulkPreCheck = z.infer<typeof bulkPreCheck>;
