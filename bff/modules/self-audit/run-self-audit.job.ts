import type { JobWork } from '../../platform/jobs/job.ts';
import { runSelfAudit } from './run-self-audit.ts';
import { startNightlyAudit } from './start-self-audit.ts';

/** Payload: `selfAuditId`. */
export const runSelfAuditJob: JobWork = (payload, { signal }) => runSelfAudit(Number(payload['selfAuditId']), signal);

/** No payload. */
export const startSelfAuditJob: JobWork = () => startNightlyAudit();
