import { defineJob } from '../../../platform/jobs/job.ts';
import { checkCounts, scheduleCheck } from './check-counts.ts';

/** Looks once a night, and asks for the next time. */
export const checkTicketCountsJob = defineJob('check-ticket-counts', {
  async work() {
    await scheduleCheck();
    await checkCounts();
  },
});
