import { defineJob } from '../../platform/jobs/job.ts';
import { mailAuditEnd, scheduleAuditMail } from './mail-audit-end.ts';

/** Mails it, and asks for the next week. */
export const mailAuditEndJob = defineJob('mail-audit-end', {
  async work() {
    await scheduleAuditMail();
    await mailAuditEnd();
  },
});
