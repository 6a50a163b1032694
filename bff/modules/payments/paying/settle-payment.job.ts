import type { JobWork } from '../../../platform/jobs/job.ts';
import { settlePayment } from './settle-payment.ts';

/** Payload { paymentId }. */
export const settlePaymentJob: JobWork = ({ paymentId }) => settlePayment(Number(paymentId));
