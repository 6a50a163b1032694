import { defineJob } from '../../../platform/jobs/job.ts';
import { closeLapsed } from './close-lapsed.ts';

export const closeLapsedJob = defineJob('close-lapsed', { work: (payload) => closeLapsed(payload) });
