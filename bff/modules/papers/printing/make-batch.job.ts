import { defineJob } from '../../../platform/jobs/job.ts';
import { makeBatch, markBatchFailed } from './make-batch.ts';

export const makeBatchJob = defineJob('make-print-batch', {
  work: ({ batchId }, run) => makeBatch(batchId, run.signal),
  onDead: ({ batchId }, _error, t) => markBatchFailed(batchId, t),
});
