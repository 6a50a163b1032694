import { defineJob } from '../../../platform/jobs/job.ts';
import { scheduleRetention, sweepPersonalData } from './sweep-personal-data.ts';

/** Looks once a night, and asks for the next time. */
export const sweepPersonalDataJob = defineJob('sweep-personal-data', {
  async work() {
    await scheduleRetention();
    await sweepPersonalData();
  },
});
