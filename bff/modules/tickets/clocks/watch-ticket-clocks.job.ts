import { defineJob } from '../../../platform/jobs/job.ts';
import { scheduleTicketWatch } from './schedule-ticket-watch.ts';
import { watchTickets } from './watch-tickets.ts';

/** Looks every few minutes of the office hours, and asks for the next time. */
export const watchTicketClocksJob = defineJob('watch-ticket-clocks', {
  async work() {
    await scheduleTicketWatch();
    await watchTickets();
  },
});
