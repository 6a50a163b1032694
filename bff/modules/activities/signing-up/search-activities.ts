import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import { ACTIVITY_KINDS, ACTIVITY_VISIBILITIES } from '../../../contract/activities/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import { conjunction, containsAny, type Condition } from '../../../platform/db/keyset.ts';
import { showActivity } from './show-activity.ts';

const foundRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  kind: oneOf(ACTIVITY_KINDS),
  visibility: oneOf(ACTIVITY_VISIBILITIES),
  beginsAt: z.int(),
});
export type FoundActivity = z.infer<typeof foundRow>;

/**
 * So many activities beyond the limit are read, because some turn out to be for others; each of them is judged by itself.
 */
const FOR_OTHERS = 10;
const WORDS = ['a.title', 'a.details', 'a.speakers'] as const;

/** Published activities that have `term` in their words and that this member may open, those that begin last first. */
export async function searchOwnActivities(asked: {
  actor: MemberActor;
  term: string;
  limit: number;
}): Promise<FoundActivity[]> {
  const { actor, term, limit } = asked;
  const candidates = await find(
    [{ sql: "a.state = 'published'", values: [] }, containsAny(WORDS, term)],
    limit + FOR_OTHERS,
  );
  const found: FoundActivity[] = [];
  for (const candidate of candidates) {
    if (found.length === limit) break;
    if (await mayOpen(actor, candidate)) found.push(candidate);
  }
  return found;
}

/** The same of all there are, for the staff of 活动. */
export function searchActivities({ term, limit }: { term: string; limit: number }): Promise<FoundActivity[]> {
  return find([containsAny(WORDS, term)], limit);
}

/** Whether the page of the activity would open, asked of that page's own act: whatever is found can then be opened. */
async function mayOpen(actor: MemberActor, { id, visibility }: FoundActivity): Promise<boolean> {
  if (visibility === 'all') return true;
  try {
    await showActivity({ actor, id });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return false;
    throw error;
  }
}

function find(conditions: Condition[], limit: number): Promise<FoundActivity[]> {
  const where = conjunction(conditions);
  return select(
    foundRow,
    `SELECT a.id, a.title, a.kind, a.visibility, a.begins_at AS beginsAt FROM activities a${where.sql}
     ORDER BY a.begins_at DESC, a.id DESC LIMIT ?`,
    [...where.values, limit],
  );
}
