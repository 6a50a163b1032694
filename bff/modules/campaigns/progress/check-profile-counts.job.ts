import { defineJob } from '../../../platform/jobs/job.ts';
import { checkCounts, scheduleCountCheck } from './check-counts.ts';

/** Looks once a night, and asks for the next time. */
export const checkProfileCountsJob = defineJob('check-profile-counts', {
  async work() {
    await scheduleCountCheck();
    await checkCounts();
  },
});
