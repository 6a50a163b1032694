import type { ListInbox, ListMessages, ListTold, MarkInboxRead } from './schemas.ts';
import type { InboxRow, MessageRow, ToldRow, UnreadReply } from './replies.ts';
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
  listTold: endpoint<{ query: ListTold; reply: Page<ToldRow> }>()({
    method: 'GET',
    path: '/staff/told',
    access: ['reviewer', 'registrar', 'service'],
    summary: 'What a member was told, newest first, for its page in the office',
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
