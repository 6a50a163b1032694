import { defineJob } from '../../platform/jobs/job.ts';
import { deleteDiscarded } from './discard-files.ts';

export const deleteDiscardedFileJob = defineJob('delete-discarded-file', {
  work: ({ uploadId }) => deleteDiscarded(uploadId),
});
