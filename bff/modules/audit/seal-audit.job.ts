import type { JobWork } from '../../platform/jobs/job.ts';
import { scheduleSeal } from './schedule-seal.ts';
import { sealAudit } from './seal-audit.ts';

/** Seals the log and asks for the next time. No payload. */
export const sealAuditJob: JobWork = async () => {
  await sealAudit();
  await scheduleSeal();
};
