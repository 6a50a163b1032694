import { z } from 'zod';
import { toIso } from '../../../contract/dates.ts';
import { CHANGE_STATES } from '../../../contract/profile-changes/enums.ts';
import type { ProfileChangeRow } from '../../../contract/profile-changes/replies.ts';
import type { listProfileChanges as query } from '../../../contract/profile-changes/schemas.ts';
import { PROFILE } from '../../../contract/profile/profile.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { overdueSince } from '../../office-hours/read-overdue.ts';
import { ofLawyer } from '../../registry/facts/of-lawyer.ts';

const row = z.strictObject({
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  section: oneOf(PROFILE),
  state: oneOf(CHANGE_STATES),
  version: z.int(),
  doubts: z.int(),
  createdAt: z.int(),
});

/** Changes in one state: those that wait with the oldest first, others with the latest first. */
export async function listChanges(list: z.output<typeof query>): Promise<ListPage<ProfileChangeRow>> {
  const { state = 'waiting' } = list;
  const late = list.waited ? [await overdueSince("c.state = 'waiting' AND c.created_at")] : [];
  const page = await selectPage({
    row,
    columns: `c.id, c.lawyer_id AS lawyerId, l.name, l.licence_no AS licenceNo, COALESCE(f.name, '') AS firmName,
      c.section, c.state, c.version, c.doubts, c.created_at AS createdAt`,
    from: 'profile_changes c JOIN lawyers l ON l.id = c.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id',
    where: [{ sql: 'c.state = ?', values: [state] }, ...conditions(list), ...late],
    order: { by: 'c.id', id: 'c.id', direction: state === 'waiting' ? 'ascending' : 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return { ...page, items: page.items.map((one) => ({ ...one, createdAt: toIso(one.createdAt) })) };
}

function conditions({ search, firm, doubts, section }: z.output<typeof query>): Condition[] {
  const where = ofLawyer({ search, firm });
  if (doubts !== undefined) where.push({ sql: doubts === 'none' ? 'c.doubts = 0' : 'c.doubts > 0', values: [] });
  if (section !== undefined) where.push({ sql: 'c.section = ?', values: [section] });
  return where;
}
