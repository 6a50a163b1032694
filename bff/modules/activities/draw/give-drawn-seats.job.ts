import { defineJob } from '../../../platform/jobs/job.ts';
import { giveDrawnSeats } from './give-drawn-seats.ts';

export const giveDrawnSeatsJob = defineJob('give-drawn-seats', {
  work: ({ activityId }, { signal }) => giveDrawnSeats({ activityId, signal }),
});
