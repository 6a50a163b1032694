import { defineJob } from '../../../platform/jobs/job.ts';
import { scheduleChatWatch, watchChats } from './watch-chats.ts';

/** Looks once a minute, and asks for the next time. */
export const watchChatsJob = defineJob('watch-chats', {
  async work() {
    await scheduleChatWatch();
    await watchChats();
  },
});
