import { defineJob } from '../../platform/jobs/job.ts';
import { scanFile } from './scan-file.ts';

export const scanFileJob = defineJob('scan-file', { work: ({ uploadId }) => scanFile(uploadId) });
