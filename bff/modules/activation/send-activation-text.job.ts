import type { JobWork } from '../../platform/jobs/job.ts';
import { sendActivationText } from './request-text.ts';

/** Payload { accountId }: 0 for a login that nobody has, or when the last six did not fit. */
export const sendActivationTextJob: JobWork = ({ accountId }) => sendActivationText(Number(accountId));
