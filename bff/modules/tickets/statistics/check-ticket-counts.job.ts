import { defineJob } from '../../../platform/jobs/job.ts';
import { checkCounts, scheduleCheck } from './check-counts.ts';

/** Compares the kept figures with the tickets once a night, and orders the look of the next night. */
export const checkTicketCountsJob = defineJob('check-ticket-counts', {
  async work() {
    await scheduleCheck();
    await checkCounts();
  },
});
