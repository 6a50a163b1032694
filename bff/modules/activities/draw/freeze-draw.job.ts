import { defineJob } from '../../../platform/jobs/job.ts';
import { freezeDraw } from './freeze-draw.ts';

export const freezeDrawJob = defineJob('freeze-draw', { work: (payload) => freezeDraw(payload) });
