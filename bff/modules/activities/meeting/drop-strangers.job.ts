import { defineJob } from '../../../platform/jobs/job.ts';
import { dropStrangers } from './drop-strangers.ts';

export const dropStrangersJob = defineJob('drop-strangers', { work: (payload) => dropStrangers(payload) });
