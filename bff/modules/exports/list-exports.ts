import { z } from 'zod';
import { toIso } from '../../contract/dates.ts';
import { staffPasses, type Page } from '../../contract/endpoint.ts';
import { EXPORT_LISTS, EXPORT_STATES } from '../../contract/exports/enums.ts';
import type { ExportRun as ExportReply } from '../../contract/exports/replies.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import type { StaffActor } from '../../actor.ts';
import { selectPage } from '../../platform/db/keyset.ts';
import { filterInWords } from './filter-in-words.ts';
import { LISTS } from './lists.ts';

const exportRow = z.strictObject({
  id: z.int(),
  list: oneOf(EXPORT_LISTS),
  filter: z.string(),
  accountId: z.int(),
  by: z.string(),
  state: oneOf(EXPORT_STATES),
  rows: z.int(),
  createdAt: z.int(),
  endedAt: z.int().nullable(),
  keptUntil: z.int().nullable(),
});

/** Exports, newest first: the own ones; those of everybody for administrators, who read the log as well. */
export async function listExports(wanted: {
  actor: StaffActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<Page<ExportReply>> {
  const { actor, cursor, limit } = wanted;
  const isOwn = { sql: 'e.account_id = ?', values: [actor.accountId] };
  const page = await selectPage({
    row: exportRow,
    columns: `e.id, e.list, e.filter, e.account_id AS accountId, e.account_name AS \`by\`, e.state,
      e.rows_done AS \`rows\`, e.created_at AS createdAt, e.ended_at AS endedAt, e.kept_until AS keptUntil`,
    from: 'export_runs e',
    where: actor.roles.includes('administrator') ? [] : [isOwn],
    order: { by: 'e.id', id: 'e.id', direction: 'descending' },
    cursor,
    limit,
  });
  return {
    ...page,
    items: page.items.map(({ accountId, filter, createdAt, endedAt, keptUntil, ...run }) => ({
      ...run,
      filter: filterInWords(run.list, JSON.parse(filter) as Record<string, unknown>),
      createdAt: toIso(createdAt),
      endedAt: toIso(endedAt),
      keptUntil: toIso(keptUntil),
      can: {
        download:
          run.state === 'made' && accountId === actor.accountId && staffPasses(actor.roles, LISTS[run.list].endpoint),
      },
    })),
  };
}
