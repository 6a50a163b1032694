import { defineJob } from '../../../platform/jobs/job.ts';
import { rebuildNameKeys } from './rebuild-name-keys.ts';

export const rebuildNameKeysJob = defineJob('rebuild-name-keys', {
  work: (_nothing, { signal }) => rebuildNameKeys(signal),
});
