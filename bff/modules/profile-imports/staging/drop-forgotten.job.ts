import { defineJob } from '../../../platform/jobs/job.ts';
import { dropForgotten } from './discard-import.ts';

export const dropProfileImportJob = defineJob('drop-profile-import', {
  work: ({ importId }) => dropForgotten(importId),
});
