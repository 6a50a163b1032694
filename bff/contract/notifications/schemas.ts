import { z } from 'zod';
import { MAX_EMAIL } from '../limits.ts';
import { MESSAGE_STATES, MESSAGE_TEMPLATES } from './enums.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { id, keyOf, line, pageQuery } from '../fields.ts';

export const listInbox = z.strictObject({
  ...pageQuery,
  /** Only what is unread. */
  show: z.enum(['all', 'unread'], { error: '请选择全部或未读' }).default('all'),
});
export type ListInbox = z.input<typeof listInbox>;

/** What one firm or lawyer was told. */
export const listTold = z.strictObject({
  ...pageQuery,
  memberKind: keyOf(SUBJECT_KINDS, '会员类别'),
  memberId: z.coerce.number().int().positive(),
});
export type ListTold = z.input<typeof listTold>;

export const markInboxRead = z.union([z.strictObject({ id: id('消息') }), z.strictObject({ upTo: id('消息') })], {
  error: '请选择消息',
});
export type MarkInboxRead = z.input<typeof markInboxRead>;

export const listMessages = z.strictObject({
  ...pageQuery,
  state: keyOf(MESSAGE_STATES, '状态').optional(),
  template: keyOf(MESSAGE_TEMPLATES, '内容').optional(),
  /** The whole address, or its beginning. */
  recipient: line('收件地址', MAX_EMAIL).optional(),
});
export type ListMessages = z.input<typeof listMessages>;
