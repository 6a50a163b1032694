import { defineJob } from '../../../platform/jobs/job.ts';
import { giveUpUnpaid } from './give-up-unpaid.ts';

export const giveUpUnpaidJob = defineJob('give-up-unpaid', { work: (payload) => giveUpUnpaid(payload) });
