import type { JobDefinition } from '../../platform/jobs/job.ts';
import { markMessageFailed, sendMessage } from './send-message.ts';

/** Payload { messageId }. */
export const sendMessageJob: JobDefinition = {
  work: ({ messageId }) => sendMessage(Number(messageId)),
  onDead: ({ messageId }, error, t) => markMessageFailed(Number(messageId), error, t),
};
