import type { MemberActor } from '../../actor.ts';
import { MAX_PINNED } from '../../contract/announcements/limits.ts';
import type { Announcements } from '../../contract/announcements/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { conjunction, selectPage } from '../../platform/db/keyset.ts';
import { CANDIDATE_COLUMNS, candidateRow, forMember, shownTo, withMarks, type Candidate } from './read-visible.ts';

/** What is out for this member: pinned ones with the first page, then the newest; a page may be shorter than asked. */
export async function listOwnAnnouncements(list: {
  actor: MemberActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<Announcements> {
  const { actor } = list;
  const now = clock.now();
  const pinned = list.cursor === undefined ? await readPinned(actor, now) : [];
  const isBelow = { sql: 'n.pinned_until IS NULL OR n.pinned_until <= ?', values: [now] };
  let cursor = list.cursor;
  for (;;) {
    const page = await selectPage({
      row: candidateRow,
      columns: CANDIDATE_COLUMNS,
      from: 'announcements n',
      where: [...shownTo(actor, now), isBelow],
      order: { by: 'n.published_at', id: 'n.id', direction: 'descending' },
      cursor,
      limit: list.limit,
    });
    const own = await forMember(actor, page.items);
    if (own.length > 0 || page.next === null) {
      const items = await withMarks(actor, [...pinned, ...own]);
      return { pinned: items.slice(0, pinned.length), items: items.slice(pinned.length), next: page.next };
    }
    cursor = page.next;
  }
}

async function readPinned(actor: MemberActor, now: number): Promise<Candidate[]> {
  const where = conjunction([...shownTo(actor, now), { sql: 'n.pinned_until > ?', values: [now] }]);
  const rows = await select(
    candidateRow,
    `SELECT ${CANDIDATE_COLUMNS} FROM announcements n${where.sql} ORDER BY n.published_at DESC, n.id DESC LIMIT ?`,
    [...where.values, MAX_PINNED],
  );
  return forMember(actor, rows);
}
