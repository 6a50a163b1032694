import { z } from 'zod';
import type { ChatRatingRow } from '../../../contract/chat-ratings/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { RATINGS } from '../../../contract/ratings/enums.ts';
import type { listRatings as query } from '../../../contract/ratings/schemas.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';

const row = z.strictObject({
  id: z.int(),
  subject: z.string(),
  memberName: z.string(),
  assigneeName: z.string(),
  rating: oneOf(RATINGS),
  words: z.string(),
  ratedAt: z.int(),
});

/** Ratings of talks, the latest first. */
export async function listRatings(list: z.output<typeof query>): Promise<ListPage<ChatRatingRow>> {
  const page = await selectPage({
    row,
    columns: `id, subject, member_name AS memberName, assignee_name AS assigneeName, rating, rating_words AS words,
      rated_at AS ratedAt`,
    from: 'chats',
    where: [
      list.rating
        ? { sql: 'rating = ? AND rated_at IS NOT NULL', values: [list.rating] }
        : { sql: 'rated_at IS NOT NULL', values: [] },
    ],
    order: { by: 'rated_at', id: 'id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return { ...page, items: page.items.map(({ ratedAt, ...said }) => ({ ...said, at: toIso(ratedAt) })) };
}
