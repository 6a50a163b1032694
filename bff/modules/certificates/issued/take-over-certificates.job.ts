import { defineJob } from '../../../platform/jobs/job.ts';
import { takeOverCertificates } from './take-over-certificates.ts';

export const takeOverCertificatesJob = defineJob('take-over-certificates', {
  work: (_nothing, { signal }) => takeOverCertificates(signal),
});
