import { defineJob } from '../../platform/jobs/job.ts';
import { sendResetCode } from './request-reset.ts';

export const sendResetCodeJob = defineJob('send-reset-code', { work: sendResetCode });
