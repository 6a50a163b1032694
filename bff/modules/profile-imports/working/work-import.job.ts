import { defineJob } from '../../../platform/jobs/job.ts';
import { workImport } from './work-import.ts';

export const workProfileImportJob = defineJob('work-profile-import', {
  work: ({ importId, done }) => workImport(importId, done),
});
