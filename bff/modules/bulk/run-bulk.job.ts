import { defineJob } from '../../platform/jobs/job.ts';
import { markBulkFailed, runBulk } from './run-bulk.ts';

export const runBulkJob = defineJob('run-bulk-order', {
  work: ({ bulkOrderId }, run) => runBulk(bulkOrderId, run.signal),
  onDead: ({ bulkOrderId }, _error, t) => markBulkFailed(bulkOrderId, t),
});
