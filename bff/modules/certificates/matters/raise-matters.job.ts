import { defineJob } from '../../../platform/jobs/job.ts';
import { raiseMoreMatters } from './raise-matters.ts';

export const raiseMattersJob = defineJob('raise-matters', {
  work: ({ changeId }, { signal }) => raiseMoreMatters(changeId, signal),
});
