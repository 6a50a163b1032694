import type { JobWork } from '../../platform/jobs/job.ts';
import { removeUnboundFile } from './remove-unbound-file.ts';

/** Payload { uploadId }. */
export const removeUnboundFileJob: JobWork = ({ uploadId }) => removeUnboundFile(Number(uploadId));
