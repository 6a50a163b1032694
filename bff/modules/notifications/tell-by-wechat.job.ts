import { defineJob } from '../../platform/jobs/job.ts';
import { sendTold } from './send-by-wechat.ts';

export const tellByWechatJob = defineJob('tell-by-wechat', { work: sendTold });
