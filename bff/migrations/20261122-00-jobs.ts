import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, instant, integer, json, longText, optional } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Work to be done after a commit: see platform/jobs. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'jobs',
    {
      id: id(),
      name: identifier(64),
      payload: json(),
      /** No second job with this key while the row stands. */
      dedupe_key: optional(identifier(160)),
      /** ready, done or dead. */
      state: identifier(8),
      /** Due from then on; while it is being worked on, the end of the lease. */
      run_at: instant(),
      attempts: defaultsTo(integer(), 0),
      max_attempts: integer(),
      /** The token of the worker that holds it; only that worker may finish it. */
      claim: optional(identifier(36)),
      last_error: optional(longText()),
      created_at: instant(),
      finished_at: optional(instant()),
    },
    { unique: [['dedupe_key']], indexes: [['state', 'run_at'], ['state', 'finished_at'], ['claim']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'jobs');
}
