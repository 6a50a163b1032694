import { defineJob } from '../../../platform/jobs/job.ts';
import { gather } from './gather.ts';

/** Writes down whom a campaign is for, a piece at a time. */
export const gatherCampaignJob = defineJob('gather-campaign', {
  work: ({ campaignId }) => gather(campaignId),
});
