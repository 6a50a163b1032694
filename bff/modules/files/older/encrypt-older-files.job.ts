import { defineJob } from '../../../platform/jobs/job.ts';
import { encryptOlderFiles } from './encrypt-older-files.ts';

export const encryptOlderFilesJob = defineJob('encrypt-older-files', {
  work: (_nothing, { signal }) => encryptOlderFiles(signal),
});
