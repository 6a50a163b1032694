import { defineJob } from '../../../platform/jobs/job.ts';
import { coverLeaves } from './cover-leaves.ts';

export const coverLeavesJob = defineJob('cover-leaves', { work: () => coverLeaves() });
