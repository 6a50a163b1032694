import type { z } from 'zod';
import type { AnnouncementPhase } from '../../contract/announcements/enums.ts';
import type { AnnouncementRow } from '../../contract/announcements/replies.ts';
import type { listAnnouncements as query } from '../../contract/announcements/schemas.ts';
import { clock } from '../../platform/clock/clock.ts';
import { containsAny, selectPage, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import { idRow } from '../../platform/db/rows.ts';
import { Announcement } from './model.ts';
import { presentRow } from './present.ts';
import { WORDS } from './search-announcements.ts';

/** Announcements in a phase, as `phaseOf` says. */
function inPhase(phase: AnnouncementPhase, now: number): Condition {
  const published = (sql: string, ...values: number[]) => ({ sql: `n.state = 'published' AND ${sql}`, values });
  switch (phase) {
    case 'scheduled':
      return published('n.published_at > ?', now);
    case 'published':
      return published('n.published_at <= ? AND (n.valid_until IS NULL OR n.valid_until > ?)', now, now);
    case 'ended':
      return published('n.published_at <= ? AND n.valid_until <= ?', now, now);
    default:
      return { sql: 'n.state = ?', values: [phase] };
  }
}

/** All announcements, the newest first. */
export async function listAnnouncements(list: z.output<typeof query>): Promise<ListPage<AnnouncementRow>> {
  const now = clock.now();
  const where: Condition[] = list.phase ? [inPhase(list.phase, now)] : [];
  if (list.search) where.push(containsAny(WORDS, list.search));
  const page = await selectPage({
    row: idRow,
    columns: 'n.id',
    from: 'announcements n',
    where,
    order: { by: 'n.id', id: 'n.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  const ids = page.items.map(({ id }) => id);
  const rows = await Announcement.findAll({ where: { id: ids }, attributes: { exclude: ['body', 'bodyText'] } });
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return { ...page, items: ids.map((id) => presentRow(byId.get(id)!, now)) };
}
