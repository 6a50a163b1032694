import { z } from 'zod';
import { keyOf } from '../fields.ts';
import { oneOf } from '../reply-parts.ts';

/** What a ticket may be about besides its words: an object of the member, kept as a link (desk.md, New ticket). */
export const TIE_KINDS = {
  application: '证明申请',
  activity: '活动',
  payment: '订单',
  section: '信息补全',
  photo: '证件照片',
  ticket: '原工单',
} as const;
export type TieKind = keyof typeof TIE_KINDS;

/** The object as the member's client names it: the key of a section, of anything else its id. */
export const tie = z.strictObject({
  kind: keyOf(TIE_KINDS, '相关事项'),
  key: z
    .string({ error: '相关事项无效，请从原页面重新进入' })
    .regex(/^[A-Za-z0-9]{1,20}$/, { error: '相关事项无效，请从原页面重新进入' }),
});
export type Tie = z.output<typeof tie>;

/** The same, with what it was called when the ticket was opened. */
export const tiedReply = z.strictObject({ kind: oneOf(TIE_KINDS), key: z.string(), name: z.string() });
export type Tied = z.infer<typeof tiedReply>;
