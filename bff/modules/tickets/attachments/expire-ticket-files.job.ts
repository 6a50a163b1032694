import { defineJob } from '../../../platform/jobs/job.ts';
import { expireTicketFiles, scheduleExpiry } from './expire-ticket-files.ts';

/** Looks once a night, and asks for the next time. */
export const expireTicketFilesJob = defineJob('expire-ticket-files', {
  async work() {
    await scheduleExpiry();
    await expireTicketFiles();
  },
});
