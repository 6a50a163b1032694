import type { MemberActor } from '../../actor.ts';
import { MAX_PINNED } from '../../contract/announcements/limits.ts';
import type { AnnouncementItem, Announcements } from '../../contract/announcements/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { conjunction, selectPage } from '../../platform/db/keyset.ts';
import {
  CANDIDATE_COLUMNS,
  candidateRow,
  forMember,
  readConfirmed,
  shownTo,
  withMarks,
  type Candidate,
} from './read-visible.ts';

/**
 * So many announcements are looked through for the newest few of this member; those that are for others lie between them.
 */
const LOOKED_THROUGH = 60;

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

/** The few that the home page shows, pinned ones first. */
export async function readLatest(actor: MemberActor, count: number): Promise<AnnouncementItem[]> {
  const now = clock.now();
  const where = conjunction(shownTo(actor, now));
  const rows = await select(
    candidateRow,
    `SELECT ${CANDIDATE_COLUMNS} FROM announcements n${where.sql} ORDER BY n.published_at DESC, n.id DESC LIMIT ?`,
    [...where.values, LOOKED_THROUGH],
  );
  const isPinned = ({ pinnedUntil }: Candidate) => (pinnedUntil ?? 0) > now;
  const first = [...rows.filter(isPinned), ...rows.filter((row) => !isPinned(row))];
  return withMarks(actor, (await forMember(actor, first)).slice(0, count));
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

/** The latest of which the office has reminded, and which this member has not confirmed; null: none. */
export async function readReminded(actor: MemberActor): Promise<Candidate | null> {
  const reminded = { sql: 'n.must_confirm = 1 AND n.reminded_at IS NOT NULL', values: [] };
  const where = conjunction([...shownTo(actor, clock.now()), reminded]);
  const rows = await select(
    candidateRow,
    `SELECT ${CANDIDATE_COLUMNS} FROM announcements n${where.sql} ORDER BY n.published_at DESC, n.id DESC LIMIT ?`,
    [...where.values, MAX_PINNED],
  );
  if (rows.length === 0) return null;
  const own = await forMember(actor, rows);
  const confirmed = await readConfirmed(actor, own);
  return own.find(({ id }) => !confirmed.has(id)) ?? null;
}
