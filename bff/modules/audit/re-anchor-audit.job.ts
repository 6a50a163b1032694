import { defineJob } from '../../platform/jobs/job.ts';
import { reAnchorAudit } from './re-anchor-audit.ts';

export const reAnchorAuditJob = defineJob('re-anchor-audit', { work: () => reAnchorAudit() });
