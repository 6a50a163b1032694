import { defineJob } from '../../../platform/jobs/job.ts';
import { issueCertificate, markIssueFailed } from './issue-certificate.ts';

export const issueCertificateJob = defineJob('issue-certificate', {
  work: ({ certificateId }) => issueCertificate(certificateId),
  onDead: ({ certificateId }, _error, t) => markIssueFailed(certificateId, t),
});
