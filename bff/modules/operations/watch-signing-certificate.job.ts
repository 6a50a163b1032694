import { defineJob } from '../../platform/jobs/job.ts';
import { scheduleDaily } from './schedule-daily.ts';
import { watchSigningCertificate } from './watch-signing-certificate.ts';

/** Looks once a day, and asks for the next time. */
export const watchSigningCertificateJob = defineJob('watch-signing-certificate', {
  async work() {
    await scheduleDaily('watch-signing-certificate');
    await watchSigningCertificate();
  },
});
