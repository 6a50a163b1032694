import { defineJob } from '../../../platform/jobs/job.ts';
import { remindRegistrations, scheduleReminders } from './remind-registrations.ts';

/** Looks every ten minutes, and asks for the next time. */
export const remindRegistrationsJob = defineJob('remind-registrations', {
  async work(_payload, { signal }) {
    await scheduleReminders();
    await remindRegistrations({ signal });
  },
});
