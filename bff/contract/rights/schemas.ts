import { z } from 'zod';

export const askDownload = z.strictObject({
  password: z.string({ error: '请填写登录密码' }).min(1, { error: '请填写登录密码' }).max(200, { error: '密码过长' }),
});
export type AskDownload = z.input<typeof askDownload>;
