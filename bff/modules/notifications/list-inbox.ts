import { z } from 'zod';
import { select } from '../../platform/db/database.ts';
import { selectPage, type ListPage } from '../../platform/db/keyset.ts';
import { memberIdOf, type MemberActor } from '../../actor.ts';
import type { InboxEntry } from './model.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { countRow } from '../../platform/db/rows.ts';

export type InboxLine = Pick<InboxEntry, 'id' | 'event' | 'title' | 'body' | 'page' | 'createdAt' | 'readAt'>;

interface InboxPage {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A badge says no more than 99+. */
const UNREAD_CAP = 100;

const inboxLineRow = z.strictObject({
  id: z.int(),
  createdAt: z.int(),
  event: oneOf(INBOX_EVENTS),
  title: z.string(),
  body: z.string(),
  page: z.string(),
  readAt: z.int().nullable(),
});

/** What the actor's member was told, newest first. */
export async function listInbox(
  actor: MemberActor,
  filter: InboxPage & { show: 'all' | 'unread' },
): Promise<ListPage<InboxLine>> {
  return entriesOf(memberIdOf(actor), filter);
}

/** What a member was told, newest first, for staff. */
export async function listTold({
  memberKind,
  memberId,
  ...page
}: InboxPage & { memberKind: SubjectKind; memberId: number }): Promise<ListPage<InboxLine>> {
  return entriesOf({ kind: memberKind, id: memberId }, { ...page, show: 'all' });
}

function entriesOf(
  { kind, id }: { kind: SubjectKind; id: number },
  filter: InboxPage & { show: 'all' | 'unread' },
): Promise<ListPage<InboxLine>> {
  return selectPage({
    row: inboxLineRow,
    columns: 'n.id, n.event, n.title, n.body, n.page, n.created_at AS createdAt, n.read_at AS readAt',
    from: 'inbox_entries n',
    where: [
      { sql: 'n.member_kind = ? AND n.member_id = ?', values: [kind, id] },
      ...(filter.show === 'unread' ? [{ sql: 'n.read_at IS NULL', values: [] }] : []),
    ],
    order: { by: 'n.id', id: 'n.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

/** How many entries nobody has read, up to 100. */
export async function countUnread(actor: MemberActor): Promise<number> {
  const { kind, id } = memberIdOf(actor);
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM inbox_entries
       WHERE member_kind = ? AND member_id = ? AND read_at IS NULL LIMIT ?) AS capped`,
    [kind, id, UNREAD_CAP],
  );
  return row?.n ?? 0;
}
