import { defineJob } from '../../../platform/jobs/job.ts';
import { digest } from './digest.ts';

/** Tells firms how many of their lawyers are done, a piece at a time. */
export const digestCampaignJob = defineJob('digest-campaign', { work: (payload) => digest(payload) });
