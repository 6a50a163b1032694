import { defineJob } from '../../../platform/jobs/job.ts';
import { openHelpTicket } from './open-help-ticket.ts';

export const openHelpTicketJob = defineJob('open-help-ticket', {
  work: ({ helpRequestId }) => openHelpTicket(helpRequestId),
});
