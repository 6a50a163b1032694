import { z } from 'zod';
import { PROFILE_STATES } from '../../../contract/profile/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import type { AllProgress, FirmProgress } from '../../../contract/profile-progress/replies.ts';
import type { listFirmProgress as query } from '../../../contract/profile-progress/schemas.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import { searchByName, toSearchTerm } from '../../registry/facts/search-names.ts';
import { ALL_FIRMS, EVERYBODY } from './move-count.ts';

const NONE: AllProgress = { untouched: 0, filling: 0, waiting: 0, rejected: 0, approved: 0 };
const countRow = z.strictObject({ firmId: z.int(), state: oneOf(PROFILE_STATES), n: z.int() });

/** The counters of these firms. */
async function countsOf(firmIds: readonly number[]): Promise<Map<number, AllProgress>> {
  const list = inList(firmIds);
  const rows = await select(
    countRow,
    `SELECT firm_id AS firmId, state, n FROM profile_counts WHERE campaign_id = ? AND firm_id IN ${list.sql}`,
    [EVERYBODY, ...list.values],
  );
  const counts = new Map(firmIds.map((id) => [id, { ...NONE }]));
  for (const { firmId, state, n } of rows) {
    const firm = counts.get(firmId);
    if (firm) firm[state] = n;
  }
  return counts;
}

const firmRow = z.strictObject({ id: z.int(), name: z.string() });

/** Firms by name, each with its counters: what is read grows with the firms that are shown, not with their lawyers. */
export async function listFirmProgress(asked: z.output<typeof query>): Promise<ListPage<FirmProgress>> {
  const { search, cursor, limit } = asked;
  const term = toSearchTerm(search);
  const named = term === '' ? null : searchByName('firm', 'firms', 'n', term);
  const page = await selectPage({
    row: firmRow,
    columns: 'f.id, f.name',
    from: 'firms f',
    where: [
      { sql: "f.status <> 'cancelled'", values: [] },
      ...(named
        ? [
            {
              sql: `f.id IN (SELECT ${named.id} FROM ${named.from} WHERE ${named.where.sql})`,
              values: named.where.values,
            },
          ]
        : []),
    ],
    order: { by: 'f.name_key', id: 'f.id', direction: 'ascending' },
    cursor,
    limit,
  });
  const counts = await countsOf(page.items.map(({ id }) => id));
  return { ...page, items: page.items.map((firm) => ({ ...firm, ...(counts.get(firm.id) ?? NONE) })) };
}

/** The counters of all lawyers together: one row for each of the five states. */
export async function showAllProgress(): Promise<AllProgress> {
  return (await countsOf([ALL_FIRMS])).get(ALL_FIRMS) ?? NONE;
}
