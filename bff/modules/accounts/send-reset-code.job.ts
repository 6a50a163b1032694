import type { JobWork } from '../../platform/jobs/job.ts';
import { sendResetCode } from './request-reset.ts';

/** Payload { accountId }, 0 for a login that nobody has. */
export const sendResetCodeJob: JobWork = ({ accountId }) => sendResetCode(Number(accountId));
