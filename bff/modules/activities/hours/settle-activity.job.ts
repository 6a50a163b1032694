import { defineJob } from '../../../platform/jobs/job.ts';
import { settleActivity } from './settle-activity.ts';

export const settleActivityJob = defineJob('settle-activity', { work: (payload) => settleActivity(payload) });
