import { defineJob } from '../../platform/jobs/job.ts';
import { sendActivationText } from './request-text.ts';

export const sendActivationTextJob = defineJob('send-activation-text', {
  work: sendActivationText,
});
