import { z } from 'zod';
import type { MemberActor } from '../../actor.ts';
import { ANNOUNCEMENT_CATEGORIES } from '../../contract/announcements/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { conjunction, containsAny, type Condition } from '../../platform/db/keyset.ts';
import { forMember, shownTo } from './read-visible.ts';

const foundRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  category: oneOf(ANNOUNCEMENT_CATEGORIES),
  publishedAt: z.int().nullable(),
  eligibility: z.string().nullable(),
});
export type FoundAnnouncement = z.infer<typeof foundRow>;

/** Of what is for others, so many may stand among what is found. */
const FOR_OTHERS = 50;

/** What is out for this member and has `term` in title or text, the newest first. */
export async function searchOwnAnnouncements(asked: {
  actor: MemberActor;
  term: string;
  limit: number;
}): Promise<FoundAnnouncement[]> {
  const { actor, term, limit } = asked;
  const found = await find([...shownTo(actor, clock.now()), containsAny(WORDS, term)], limit + FOR_OTHERS);
  return (await forMember(actor, found)).slice(0, limit);
}

/** The same of all there are, for the desk. */
export function searchAnnouncements({ term, limit }: { term: string; limit: number }): Promise<FoundAnnouncement[]> {
  return find([containsAny(WORDS, term)], limit);
}

/** What of an announcement is searched; an association has hundreds of them, and they are looked through. */
export const WORDS = ['n.title', 'n.body_text'] as const;

function find(conditions: Condition[], limit: number): Promise<FoundAnnouncement[]> {
  const where = conjunction(conditions);
  return select(
    foundRow,
    `SELECT n.id, n.title, n.category, n.published_at AS publishedAt, n.eligibility FROM announcements n${where.sql}
     ORDER BY n.published_at DESC, n.id DESC LIMIT ?`,
    [...where.values, limit],
  );
}
