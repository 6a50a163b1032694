import { defineJob } from '../../../platform/jobs/job.ts';
import { settlePayment } from './settle-payment.ts';

export const settlePaymentJob = defineJob('settle-payment', {
  work: ({ paymentId }) => settlePayment(paymentId),
});
