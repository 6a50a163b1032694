import { z } from 'zod';
import type { SeriesRow } from '../../../contract/activity-series/replies.ts';
import { SERIES_WAYS } from '../../../contract/activity-series/enums.ts';
import type { listSeries as query } from '../../../contract/activity-series/schemas.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { containsAny, selectPage, type ListPage } from '../../../platform/db/keyset.ts';

const row = z.strictObject({
  id: z.int(),
  title: z.string(),
  way: oneOf(SERIES_WAYS),
  needed: z.int(),
  sessionCount: z.int(),
  version: z.int(),
});

/** Series, the latest first. */
export function listSeries({ search, cursor, limit }: z.output<typeof query>): Promise<ListPage<SeriesRow>> {
  return selectPage({
    row,
    columns:
      's.id, s.title, s.way, s.needed, s.version, (SELECT COUNT(*) FROM activities a WHERE a.series_id = s.id) AS sessionCount',
    from: 'activity_series s',
    where: search ? [containsAny(['s.title'], search)] : [],
    order: { by: 's.id', id: 's.id', direction: 'descending' },
    cursor,
    limit,
  });
}
