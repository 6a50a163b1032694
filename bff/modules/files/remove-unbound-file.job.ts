import { defineJob } from '../../platform/jobs/job.ts';
import { removeUnboundFile } from './remove-unbound-file.ts';

export const removeUnboundFileJob = defineJob('remove-unbound-file', {
  work: ({ uploadId }) => removeUnboundFile(uploadId),
});
