import { defineJob } from '../../../platform/jobs/job.ts';
import { tellWhoLeft } from './tell-left.ts';
import { scheduleChatWatch, watchChats } from './watch-chats.ts';

/** Looks once a minute, and asks for the next time. */
export const watchChatsJob = defineJob('watch-chats', {
  async work() {
    await scheduleChatWatch();
    await watchChats();
    await tellWhoLeft();
  },
});
