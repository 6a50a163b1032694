import type { ListInbox, ListMessages, MarkInboxRead } from './schemas.ts';
import type { InboxRow, UnreadReply, MessageRow } from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';

export type * from './replies.ts';

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
    whileHeld: 'open',
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
