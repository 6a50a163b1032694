import { defineJob } from '../../../platform/jobs/job.ts';
import { tellRoster } from './tell-roster.ts';

export const tellRosterJob = defineJob('tell-roster', {
  work: ({ messageId }, { signal }) => tellRoster({ messageId, signal }),
});
