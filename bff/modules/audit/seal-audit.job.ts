import { defineJob } from '../../platform/jobs/job.ts';
import { scheduleSeal } from './schedule-seal.ts';
import { sealAudit } from './seal-audit.ts';

/** Seals the log and asks for the next time. */
export const sealAuditJob = defineJob('seal-audit', {
  async work() {
    // First: a log that is not what it was is looked at again every hour.
    await scheduleSeal();
    await sealAudit();
  },
});
