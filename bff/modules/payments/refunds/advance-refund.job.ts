import { defineJob } from '../../../platform/jobs/job.ts';
import { advanceRefund } from './advance-refund.ts';

export const advanceRefundJob = defineJob('advance-refund', {
  work: ({ refundId }) => advanceRefund(refundId),
});
