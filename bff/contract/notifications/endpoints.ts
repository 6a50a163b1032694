import type { InboxEvent, MessageState } from './enums.ts';
import type { ListInbox, ListMessages, MarkInboxRead } from './schemas.ts';
import { endpoint, type Page } from '../endpoint.ts';

/** One entry of 消息. */
export interface InboxRow {
  id: number;
  event: InboxEvent;
  title: string;
  body: string;
  /** Where it leads in the member client: `application?id=5`; '' for nowhere. */
  page: string;
  createdAt: string;
  isRead: boolean;
}
export interface UnreadReply {
  /** Counted up to 100. */
  unread: number;
}
/** One line of 消息发送记录. */
export interface MessageRow {
  id: number;
  /** Folder of its words below templates/mail. */
  template: string;
  templateLabel: string;
  /** Masked: enough to recognise, not enough to write to. */
  recipient: string;
  /** 编号 of what it tells about, or ''. */
  number: string;
  state: MessageState;
  attempts: number;
  lastError: string;
  createdAt: string;
  sentAt: string | null;
  can: { resend: boolean };
}

export const notificationEndpoints = {
  listInbox: endpoint<{ query: ListInbox; reply: Page<InboxRow> }>()({
    method: 'GET',
    path: '/inbox',
    access: 'member',
    summary: 'What this member was told, newest first',
  }),
  countUnread: endpoint<{ reply: UnreadReply }>()({
    method: 'GET',
    path: '/inbox/unread',
    access: 'member',
    summary: 'How many entries are unread',
  }),
  markInboxRead: endpoint<{ body: MarkInboxRead; reply: UnreadReply }>()({
    method: 'POST',
    path: '/inbox/read',
    access: 'member',
    summary: 'Marks one entry, or all up to one, as read',
  }),
  listMessages: endpoint<{ query: ListMessages; reply: Page<MessageRow> }>()({
    method: 'GET',
    path: '/staff/messages',
    access: ['reviewer', 'service'],
    summary: 'Outgoing messages',
  }),
  resendMessage: endpoint<{ params: { id: string }; reply: MessageRow }>()({
    method: 'POST',
    path: '/staff/messages/:id/resend',
    access: ['reviewer', 'service'],
    summary: 'Sends a message again: at once what waits or failed, anew what was sent',
  }),
} as const;
