import { z } from 'zod';
import { toIso } from '../../../contract/dates.ts';
import { PROFILE_STATES } from '../../../contract/profile/enums.ts';
import { SECTION_KEYS } from '../../../contract/profile/profile.ts';
import type { ProfileRegions, ProfileRow } from '../../../contract/profile/replies.ts';
import type { listProfiles as query } from '../../../contract/profile/schemas.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { overdueSince } from '../../office-hours/read-overdue.ts';
import { ofLawyer } from '../../registry/facts/of-lawyer.ts';

const row = z.strictObject({
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  state: oneOf(PROFILE_STATES),
  submittedAt: z.int().nullable(),
  snapshotId: z.int().nullable(),
  region: z.string(),
  changed: z.string(),
  doubts: z.int(),
});

/** Profiles in one state: those that wait in the order in which they were submitted, others with the latest first. */
export async function listProfiles(list: z.output<typeof query>): Promise<ListPage<ProfileRow>> {
  const { state = 'waiting' } = list;
  const late = list.waited ? [await overdueSince("p.state = 'waiting' AND p.submitted_at")] : [];
  const page = await selectPage({
    row,
    columns: `p.id, p.lawyer_id AS lawyerId, l.name, l.licence_no AS licenceNo, COALESCE(f.name, '') AS firmName,
      p.state, p.submitted_at AS submittedAt, p.snapshot_id AS snapshotId, COALESCE(p.region, '') AS region,
      p.changed_sections AS changed, p.doubts`,
    from: 'profiles p JOIN lawyers l ON l.id = p.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id',
    where: [{ sql: 'p.state = ?', values: [state] }, ...conditions(list), ...late],
    order:
      state === 'waiting'
        ? { by: 'p.submitted_at', id: 'p.id', direction: 'ascending' }
        : { by: 'p.id', id: 'p.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  const items = page.items.map(({ submittedAt, changed, ...one }) => ({
    ...one,
    submittedAt: toIso(submittedAt),
    changed: SECTION_KEYS.filter((key) => changed.includes(`,${key},`)),
  }));
  return { ...page, items };
}

function conditions({ search, firm, region, doubts, section }: z.output<typeof query>): Condition[] {
  const where = ofLawyer({ search, firm });
  if (region !== undefined) where.push({ sql: 'p.region = ?', values: [region] });
  if (doubts !== undefined) where.push({ sql: doubts === 'none' ? 'p.doubts = 0' : 'p.doubts > 0', values: [] });
  if (section !== undefined) where.push({ sql: 'INSTR(p.changed_sections, ?) > 0', values: [`,${section},`] });
  return where;
}

const regionRow = z.strictObject({ region: z.string(), count: z.int() });

/** Counties that profiles wait from: what the list may be narrowed to. */
export async function listProfileRegions(): Promise<ProfileRegions> {
  const items = await select(
    regionRow,
    `SELECT region, COUNT(*) AS count FROM profiles WHERE state = 'waiting' AND region IS NOT NULL
      GROUP BY region ORDER BY region`,
    [],
  );
  return { items };
}
