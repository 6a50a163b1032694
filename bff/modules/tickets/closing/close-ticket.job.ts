import { defineJob } from '../../../platform/jobs/job.ts';
import { closeTicket } from './close-ticket.ts';

export const closeTicketJob = defineJob('close-ticket', { work: (payload) => closeTicket(payload) });
