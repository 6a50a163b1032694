import { defineJob } from '../../../platform/jobs/job.ts';
import { runCampaigns, scheduleCampaigns } from './run-campaigns.ts';

/** Looks once a night, and asks for the next time. */
export const runCampaignsJob = defineJob('run-campaigns', {
  async work() {
    await scheduleCampaigns();
    await runCampaigns();
  },
});
