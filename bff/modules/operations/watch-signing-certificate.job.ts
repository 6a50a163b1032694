import { defineJob } from '../../platform/jobs/job.ts';
import { scheduleWatch } from './schedule-watch.ts';
import { watchSigningCertificate } from './watch-signing-certificate.ts';

/** Looks once a day, and asks for the next time. */
export const watchSigningCertificateJob = defineJob('watch-signing-certificate', {
  async work() {
    await scheduleWatch();
    await watchSigningCertificate();
  },
});
