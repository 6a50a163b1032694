import { defineJob } from '../../../platform/jobs/job.ts';
import { weighAbsences } from './weigh-absences.ts';

export const weighAbsencesJob = defineJob('weigh-absences', { work: (payload) => weighAbsences(payload) });
