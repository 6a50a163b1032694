import { z } from 'zod';
import { toIso } from '../../../contract/dates.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { RATINGS } from '../../../contract/ratings/enums.ts';
import type { RatingRow } from '../../../contract/ticket-ratings/replies.ts';
import type { listRatings as query } from '../../../contract/ratings/schemas.ts';
import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';

const row = z.strictObject({
  id: z.int(),
  ticketId: z.int(),
  number: z.string(),
  title: z.string(),
  askerName: z.string(),
  assigneeName: z.string(),
  rating: oneOf(RATINGS),
  words: z.string(),
  ratedAt: z.int(),
});

/** Ratings, the latest first. */
export async function listRatings(list: z.output<typeof query>): Promise<ListPage<RatingRow>> {
  const page = await selectPage({
    row,
    columns: `r.id, r.ticket_id AS ticketId, s.number, s.title, s.asker_name AS askerName, s.assignee_name AS assigneeName,
      r.rating, r.words, r.rated_at AS ratedAt`,
    from: 'ticket_ratings r JOIN tickets s ON s.id = r.ticket_id',
    counted: 'ticket_ratings r',
    where: list.rating ? [{ sql: 'r.rating = ?', values: [list.rating] }] : [],
    order: { by: 'r.id', id: 'r.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return { ...page, items: page.items.map(({ ratedAt, ...said }) => ({ ...said, at: toIso(ratedAt) })) };
}
