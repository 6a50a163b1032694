import type { JobDefinition } from '../../platform/jobs/job.ts';
import { markBulkFailed, runBulk } from './run-bulk.ts';

/** Payload { bulkOrderId }. */
export const runBulkJob: JobDefinition = {
  work: ({ bulkOrderId }, run) => runBulk(Number(bulkOrderId), run.signal),
  onDead: ({ bulkOrderId }, _error, t) => markBulkFailed(Number(bulkOrderId), t),
};
