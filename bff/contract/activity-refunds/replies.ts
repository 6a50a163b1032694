import { z } from 'zod';
import { ACTIVITY_REFUNDS } from '../activities/enums.ts';
import { oneOf, reply } from '../reply-parts.ts';

/** Payments of cancelled activities on their way back, amounts in fen. */
export const activityRefunds = reply('ActivityRefunds', {
  items: z.array(
    z.strictObject({
      activityId: z.int(),
      title: z.string(),
      cancelReason: z.string(),
      state: oneOf(ACTIVITY_REFUNDS),
      payments: z.int(),
      paidFen: z.int(),
      refundedFen: z.int(),
      /** Payments: back, on their way, and neither. */
      back: z.int(),
      underWay: z.int(),
      open: z.int(),
      failures: z.array(
        z.strictObject({ paymentId: z.int(), name: z.string(), amountFen: z.int(), lastError: z.string() }),
      ),
      can: z.strictObject({ send: z.boolean() }),
    }),
  ),
});
export type ActivityRefunds = z.infer<typeof activityRefunds>;
export type ActivityRefundRow = ActivityRefunds['items'][number];
