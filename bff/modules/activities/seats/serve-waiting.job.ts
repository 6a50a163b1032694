import { transaction } from '../../../platform/db/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { lockActivity } from './load-locked.ts';
import { serveWaiting } from './serve-waiting.ts';

/** When those who had to wait because of their absences may have what is left. */
export const serveWaitingJob = defineJob('serve-waiting', {
  work: ({ activityId }) =>
    transaction(async (t) => {
      await lockActivity(activityId, t);
      await serveWaiting(activityId, t);
    }),
});
