import { defineJob } from '../../platform/jobs/job.ts';
import { askForHolidays } from './ask-for-holidays.ts';
import { scheduleDaily } from './schedule-daily.ts';

/** Looks once a day, and asks for the next time. */
export const askForHolidaysJob = defineJob('ask-for-holidays', {
  async work() {
    await scheduleDaily('ask-for-holidays');
    await askForHolidays();
  },
});
