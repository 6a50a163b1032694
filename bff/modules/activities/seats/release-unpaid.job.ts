import { defineJob } from '../../../platform/jobs/job.ts';
import { releaseUnpaid } from './release-unpaid.ts';

export const releaseUnpaidJob = defineJob('release-unpaid', { work: (payload) => releaseUnpaid(payload) });
