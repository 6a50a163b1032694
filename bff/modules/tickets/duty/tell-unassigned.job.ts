import { defineJob } from '../../../platform/jobs/job.ts';
import { tellUnassigned } from './tell-unassigned.ts';

export const tellUnassignedJob = defineJob('tell-unassigned-tickets', { work: (payload) => tellUnassigned(payload) });
