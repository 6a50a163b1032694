import { defineJob } from '../../../platform/jobs/job.ts';
import { tellOfHelp } from './tell-of-help.ts';

export const tellOfHelpJob = defineJob('tell-of-help', { work: ({ ticketId }) => tellOfHelp(ticketId) });
