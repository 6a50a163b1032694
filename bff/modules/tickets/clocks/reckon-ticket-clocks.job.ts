import { defineJob } from '../../../platform/jobs/job.ts';
import { reckonAgain } from './reckon-again.ts';

export const reckonTicketClocksJob = defineJob('reckon-ticket-clocks', { work: (payload) => reckonAgain(payload) });
