import { defineJob } from '../../../platform/jobs/job.ts';
import { deletePlainFile } from './encrypt-older-files.ts';

export const deletePlainFileJob = defineJob('delete-plain-file', {
  work: ({ uploadId }) => deletePlainFile(uploadId),
});
