import { z } from 'zod';
import { LINE_WAYS } from '../../../contract/activity-meeting/enums.ts';
import type { MeetingLine as Line } from '../../../contract/activity-meeting/replies.ts';
import type { listMeetingLines as query } from '../../../contract/activity-meeting/schemas.ts';
import { toIso } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { Activity } from '../model.ts';

const row = z.strictObject({
  id: z.int(),
  shownName: z.string(),
  joinedAt: z.int(),
  leftAt: z.int(),
  way: z.enum(['', ...(Object.keys(LINE_WAYS) as (keyof typeof LINE_WAYS)[])]),
  registrationId: z.int().nullable(),
  name: z.string(),
  firm: z.string(),
});

/** Lines of the lists of a meeting, in the order in which they were read. Throws `not_found`. */
export async function listLines(list: { id: number } & z.output<typeof query>): Promise<ListPage<Line>> {
  if (!(await Activity.findByPk(list.id, { attributes: ['id'] }))) throw new AppError('not_found');
  const where: Condition[] = [{ sql: 'm.activity_id = ?', values: [list.id] }];
  if (list.shown) where.push({ sql: "m.way = ''", values: [] });
  const page = await selectPage({
    row,
    columns: `m.id, m.shown_name AS shownName, m.joined_at AS joinedAt, m.left_at AS leftAt, m.way,
      m.registration_id AS registrationId, COALESCE(l.name, '') AS name, COALESCE(f.name, '') AS firm`,
    from: `meeting_lines m LEFT JOIN activity_registrations r ON r.id = m.registration_id
      LEFT JOIN lawyers l ON l.id = r.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id`,
    where,
    order: { by: 'm.id', id: 'm.id', direction: 'ascending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return {
    ...page,
    items: page.items.map(({ joinedAt, leftAt, way, registrationId, name, firm, ...line }) => ({
      ...line,
      joinedAt: toIso(joinedAt),
      leftAt: toIso(leftAt),
      way: way === '' ? null : way,
      who: registrationId === null ? null : { registrationId, name, firm },
    })),
  };
}
