import { defineJob } from '../../../platform/jobs/job.ts';
import { dropImport } from './discard-import.ts';

export const dropProfileImportJob = defineJob('drop-profile-import', {
  work: ({ importId }) => dropImport(importId),
});
