import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { issueCertificate, markIssueFailed } from './issue-certificate.ts';

/** Payload { certificateId }. */
export const issueCertificateJob: JobDefinition = {
  work: ({ certificateId }) => issueCertificate(Number(certificateId)),
  onDead: ({ certificateId }, _error, t) => markIssueFailed(Number(certificateId), t),
};
