import { z } from 'zod';
import { BULK_OUTCOMES } from './enums.ts';
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
