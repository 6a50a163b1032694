import { z } from 'zod';
import { keyOf } from '../fields.ts';
import { NOTICE_KINDS } from './enums.ts';

const yes = (label: string) => z.boolean({ error: `请选择${label}` });

export const chooseNotice = z.strictObject({
  kind: keyOf(NOTICE_KINDS, '通知类别'),
  byMail: yes('是否发送邮件'),
  byWechat: yes('是否发送微信消息'),
});
export type ChooseNotice = z.input<typeof chooseNotice>;
