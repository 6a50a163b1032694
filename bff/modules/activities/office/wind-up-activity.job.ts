import { defineJob } from '../../../platform/jobs/job.ts';
import { windUpActivity } from './wind-up-activity.ts';

export const windUpActivityJob = defineJob('wind-up-activity', {
  work: ({ activityId }, { signal }) => windUpActivity({ activityId, signal }),
});
