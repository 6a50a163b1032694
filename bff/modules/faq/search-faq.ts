import { z } from 'zod';
import { FAQ_CATEGORIES, type FaqAudience } from '../../contract/faq/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { select } from '../../platform/db/database.ts';
import { conjunction, containsAny, inList } from '../../platform/db/keyset.ts';

const foundRow = z.strictObject({ id: z.int(), question: z.string(), category: oneOf(FAQ_CATEGORIES) });
export type FoundFaq = z.infer<typeof foundRow>;

/** Published entries for these audiences that have `term` in question, key words or answer, in order. */
export function searchFaq(asked: {
  term: string;
  audiences: readonly FaqAudience[];
  limit: number;
}): Promise<FoundFaq[]> {
  const audiences = inList(asked.audiences);
  const where = conjunction([
    { sql: `e.is_published = 1 AND e.audience IN ${audiences.sql}`, values: audiences.values },
    containsAny(['e.question', 'e.keywords', 'e.answer'], asked.term),
  ]);
  return select(
    foundRow,
    `SELECT e.id, e.question, e.category FROM faq_entries e${where.sql} ORDER BY e.position, e.id LIMIT ?`,
    [...where.values, asked.limit],
  );
}
