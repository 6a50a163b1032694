import type { JobWork } from '../../platform/jobs/job.ts';
import { sendResetCode } from './request-reset.ts';

/** Payload { accountId, by }: 0 for a login that nobody has; what was queued before texts were known goes by mail. */
export const sendResetCodeJob: JobWork = ({ accountId, by }) =>
  sendResetCode({ accountId: Number(accountId), by: by === 'phone' ? 'phone' : 'email' });
