import { toIso } from '../../contract/dates.ts';
import type { InboxLine } from './list-inbox.ts';
import type { InboxRow, ToldRow } from '../../contract/notifications/endpoints.ts';

/** An entry as its member reads it. */
export function presentInboxRow({ readAt, createdAt, ...line }: InboxLine): InboxRow {
  const { id, event, title, body, page } = line;
  return { id, event, title, body, page, createdAt: toIso(createdAt), isRead: readAt !== null };
}

/** The same for staff: without the words, which are the member's. */
export function presentToldRow({ id, event, title, createdAt, readAt }: InboxLine): ToldRow {
  return { id, event, title, createdAt: toIso(createdAt), isRead: readAt !== null };
}
