import { z } from 'zod';
import { toIso } from '../../contract/dates.ts';
import { PHOTO_STATES, PHOTO_WAYS } from '../../contract/photos/enums.ts';
import type { PhotoRow } from '../../contract/photos/replies.ts';
import type { listPhotos as query } from '../../contract/photos/schemas.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { selectPage, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import { overdueSince } from '../office-hours/read-overdue.ts';
import { ofLawyer } from '../registry/facts/of-lawyer.ts';

const row = z.strictObject({
  id: z.int(),
  lawyerId: z.int(),
  lawyerName: z.string(),
  licenceNo: z.string(),
  firmName: z.string().nullable(),
  state: oneOf(PHOTO_STATES),
  way: oneOf(PHOTO_WAYS).nullable(),
  createdAt: z.int(),
  referredAt: z.int().nullable(),
});

/** Photos in a state: those that wait first come first served, others the latest first. */
export async function listPhotos(list: z.output<typeof query>): Promise<ListPage<PhotoRow>> {
  const { state, cursor, limit } = list;
  const where: Condition[] = [{ sql: 'p.state = ?', values: [state] }, ...ofLawyer(list)];
  if (list.waited) {
    const late = await overdueSince('COALESCE(p.referred_at, p.created_at)');
    where.push({ sql: `p.state = 'pending' AND ${late.sql}`, values: late.values });
  }
  const page = await selectPage({
    row,
    columns: `p.id, p.lawyer_id AS lawyerId, l.name AS lawyerName, l.licence_no AS licenceNo, f.name AS firmName,
      p.state, p.way, p.created_at AS createdAt, p.referred_at AS referredAt`,
    from: 'profile_photos p JOIN lawyers l ON l.id = p.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id',
    where,
    order: { by: 'p.id', id: 'p.id', direction: state === 'pending' ? 'ascending' : 'descending' },
    cursor,
    limit,
  });
  return {
    ...page,
    items: page.items.map(({ createdAt, referredAt, firmName, ...photo }) => ({
      ...photo,
      firmName: firmName ?? '',
      at: toIso(referredAt ?? createdAt),
    })),
  };
}
