import { defineJob } from '../../../platform/jobs/job.ts';
import { checkSeats, scheduleSeatCheck } from './check-seats.ts';

/** Looks once a night, and asks for the next time. */
export const checkActivitySeatsJob = defineJob('check-activity-seats', {
  async work() {
    await scheduleSeatCheck();
    await checkSeats();
  },
});
