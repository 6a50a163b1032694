import { z } from 'zod';
import { INBOX_EVENTS, MESSAGE_STATES } from './enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** One entry of 消息. */
export const inboxRow = reply('InboxRow', {
  id: z.int(),
  event: oneOf(INBOX_EVENTS),
  title: z.string(),
  body: z.string(),
  /** Where it leads in the member client: `application?id=5`; '' for nowhere. */
  page: z.string(),
  createdAt: instant,
  isRead: z.boolean(),
});
export type InboxRow = z.infer<typeof inboxRow>;

/** The same for staff: that it was told and read, without the words. */
export const toldRow = reply(
  'ToldRow',
  inboxRow.pick({ id: true, event: true, title: true, createdAt: true, isRead: true }).shape,
);
export type ToldRow = z.infer<typeof toldRow>;

export const unreadReply = reply('UnreadReply', {
  /** Counted up to 100. */
  unread: z.int(),
});
export type UnreadReply = z.infer<typeof unreadReply>;

/** One line of 消息发送记录. */
export const messageRow = reply('MessageRow', {
  id: z.int(),
  /** Folder of its words below templates/mail. */
  template: z.string(),
  templateLabel: z.string(),
  /** Masked: enough to recognise, not enough to write to. */
  recipient: z.string(),
  /** 编号 of what it tells about, or ''. */
  number: z.string(),
  state: oneOf(MESSAGE_STATES),
  attempts: z.int(),
  lastError: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
  can: z.strictObject({
    resend: z.boolean(),
  }),
});
export type MessageRow = z.infer<typeof messageRow>;
