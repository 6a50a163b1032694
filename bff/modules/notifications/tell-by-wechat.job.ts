import type { JobWork } from '../../platform/jobs/job.ts';
import { sendTold } from './send-by-wechat.ts';

/** Payload { bindingId, inboxEntryId }. */
export const tellByWechatJob: JobWork = ({ bindingId, inboxEntryId }) =>
  sendTold({ bindingId: Number(bindingId), inboxEntryId: Number(inboxEntryId) });
