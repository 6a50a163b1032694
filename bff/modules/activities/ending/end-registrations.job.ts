import { defineJob } from '../../../platform/jobs/job.ts';
import { endRegistrations, scheduleEndings } from './end-registrations.ts';

/** Looks every ten minutes, and asks for the next time. */
export const endRegistrationsJob = defineJob('end-registrations', {
  async work(_payload, { signal }) {
    await scheduleEndings();
    await endRegistrations({ signal });
  },
});
