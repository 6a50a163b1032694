import { z } from 'zod';
import { toIso } from '../../../contract/dates.ts';
import { PROFILE_STATES } from '../../../contract/profile/enums.ts';
import type { ProfileRow } from '../../../contract/profile/replies.ts';
import type { listProfiles as query } from '../../../contract/profile/schemas.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectPage, type ListPage } from '../../../platform/db/keyset.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = ['lawyers', 'firms'] as const;

const row = z.strictObject({
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  state: oneOf(PROFILE_STATES),
  submittedAt: z.int().nullable(),
});

/** Profiles in one state: what waits in the order in which it was submitted, others the latest first. */
export async function listProfiles(list: z.output<typeof query>): Promise<ListPage<ProfileRow>> {
  const { state = 'waiting' } = list;
  const page = await selectPage({
    row,
    columns: `p.id, p.lawyer_id AS lawyerId, l.name, l.licence_no AS licenceNo, COALESCE(f.name, '') AS firmName,
      p.state, p.submitted_at AS submittedAt`,
    from: 'profiles p JOIN lawyers l ON l.id = p.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id',
    where: [{ sql: 'p.state = ?', values: [state] }],
    order:
      state === 'waiting'
        ? { by: 'p.submitted_at', id: 'p.id', direction: 'ascending' }
        : { by: 'p.id', id: 'p.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return { ...page, items: page.items.map((one) => ({ ...one, submittedAt: toIso(one.submittedAt) })) };
}
