import { defineJob } from '../../platform/jobs/job.ts';
import { workRun } from './work-run.ts';

export const workRunJob = defineJob('work-import', { work: ({ runId, done }) => workRun(runId, done) });
