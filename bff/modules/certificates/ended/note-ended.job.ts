import { defineJob } from '../../../platform/jobs/job.ts';
import { noteEnded } from '../record/ended-notes.ts';

export const noteEndedJob = defineJob('note-ended', { work: ({ certificateId }) => noteEnded(certificateId) });
