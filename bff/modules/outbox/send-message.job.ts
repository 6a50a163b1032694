import { defineJob } from '../../platform/jobs/job.ts';
import { markMessageFailed, sendMessage } from './send-message.ts';

export const sendMessageJob = defineJob('send-message', {
  work: ({ messageId }) => sendMessage(messageId),
  onDead: ({ messageId }, error, t) => markMessageFailed(messageId, error, t),
});
