import type { MemberActor } from '../../actor.ts';
import { MAX_PINNED } from '../../contract/announcements/limits.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { conjunction, type Condition } from '../../platform/db/keyset.ts';
import { whenWritten } from '../../platform/db/models.ts';
import { keepsState } from '../../platform/singletons.ts';
import { CANDIDATE_COLUMNS, candidateRow, shownTo, type Candidate } from './read-visible.ts';

/** What is out, for members of one kind; whether it is for one of them is judged. */
export interface Published {
  /** The newest, the latest first. */
  latest: readonly Candidate[];
  /** Those of which the office has reminded. */
  reminded: readonly Candidate[];
}

/**
 * So many announcements are looked through for the newest few of a member; those that are for others lie between them.
 */
const LOOKED_THROUGH = 60;
/** Every home page asks, of each kind of member the same; another process sees what was published this many ms later at most. */
const CACHE_MS = 3_000;

const kept = new Map<MemberActor['kind'], { published: Promise<Published>; readAt: number }>();
const forget = () => kept.clear();
keepsState(forget);
whenWritten(['announcements'], forget);

export async function readPublished(actor: MemberActor): Promise<Published> {
  const now = clock.now();
  const before = kept.get(actor.kind);
  if (before && before.readAt <= now && now - before.readAt < CACHE_MS) return before.published;
  const published = read(actor, now);
  kept.set(actor.kind, { published, readAt: now });
  // What could not be read is asked for again.
  void published.catch(() => {
    if (kept.get(actor.kind)?.published === published) kept.delete(actor.kind);
  });
  return published;
}

async function read(actor: MemberActor, now: number): Promise<Published> {
  const list = (conditions: Condition[], count: number) => {
    const where = conjunction([...shownTo(actor, now), ...conditions]);
    return select(
      candidateRow,
      `SELECT ${CANDIDATE_COLUMNS} FROM announcements n${where.sql} ORDER BY n.published_at DESC, n.id DESC LIMIT ?`,
      [...where.values, count],
    );
  };
  const [latest, reminded] = await Promise.all([
    list([], LOOKED_THROUGH),
    list([{ sql: 'n.must_confirm = 1 AND n.reminded_at IS NOT NULL', values: [] }], MAX_PINNED),
  ]);
  return { latest, reminded };
}
