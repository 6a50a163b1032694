import type { InboxLine } from './list-inbox.ts';
import type { InboxRow } from '../../contract/notifications/endpoints.ts';

const iso = (instant: number) => new Date(instant).toISOString();

/** An entry as its member reads it. */
export function presentInboxRow({ readAt, createdAt, ...line }: InboxLine): InboxRow {
  const { id, event, title, body, page } = line;
  return { id, event, title, body, page, createdAt: iso(createdAt), isRead: readAt !== null };
}
