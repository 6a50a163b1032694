import type { Page } from '../../contract/endpoint.ts';
import type { ImportRun as RunReply } from '../../contract/imports/replies.ts';
import { selectPage } from '../../platform/db/keyset.ts';
import { idRow } from '../../platform/db/rows.ts';
import type { StaffActor } from '../../actor.ts';
import { ImportRun } from './model.ts';
import { describeRuns } from './show-run.ts';

/** Imports of everybody, newest first: large ones from their upload on, small ones once they are applied. */
export async function listImportRuns(wanted: {
  actor: StaffActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<Page<RunReply>> {
  const { actor, cursor, limit } = wanted;
  const page = await selectPage({
    row: idRow,
    columns: 'r.id',
    from: 'import_runs r',
    where: [],
    order: { by: 'r.id', id: 'r.id', direction: 'descending' },
    cursor,
    limit,
  });
  const runs = await ImportRun.findAll({ where: { id: page.items.map(({ id }) => id) }, order: [['id', 'DESC']] });
  return { ...page, items: await describeRuns(runs, actor) };
}
