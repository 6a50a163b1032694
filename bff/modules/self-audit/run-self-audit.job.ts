import { defineJob } from '../../platform/jobs/job.ts';
import { runSelfAudit } from './run-self-audit.ts';
import { startNightlyAudit } from './start-self-audit.ts';

export const runSelfAuditJob = defineJob('run-self-audit', {
  work: ({ selfAuditId }, { signal }) => runSelfAudit(selfAuditId, signal),
});

export const startSelfAuditJob = defineJob('start-self-audit', { work: () => startNightlyAudit() });
