import type { JobWork } from '../../../platform/jobs/job.ts';
import { advanceRefund } from './advance-refund.ts';

/** Payload { refundId }. */
export const advanceRefundJob: JobWork = ({ refundId }) => advanceRefund(Number(refundId));
