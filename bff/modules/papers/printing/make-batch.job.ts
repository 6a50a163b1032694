import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { makeBatch, markBatchFailed } from './make-batch.ts';

/** Payload { batchId }. */
export const makeBatchJob: JobDefinition = {
  work: ({ batchId }, run) => makeBatch(Number(batchId), run.signal),
  onDead: ({ batchId }, _error, t) => markBatchFailed(Number(batchId), t),
};
