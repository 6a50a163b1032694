import { defineJob } from '../../../platform/jobs/job.ts';
import { remind } from './remind.ts';

/** Reminds who has something left to do, a piece at a time. */
export const remindCampaignJob = defineJob('remind-campaign', { work: (payload) => remind(payload) });
