import { z } from 'zod';
import { oneOf, reply } from '../reply-parts.ts';
import { NOTICE_KINDS } from './enums.ts';

/** How a member wants to be told, by kind; in the inbox always. */
export const noticeChoices = reply('NoticeChoices', {
  items: z.array(
    z.strictObject({
      kind: oneOf(NOTICE_KINDS),
      byMail: z.boolean(),
      /** null: WeChat tells nothing of this kind. */
      byWechat: z.boolean().nullable(),
    }),
  ),
});
export type NoticeChoices = z.infer<typeof noticeChoices>;
