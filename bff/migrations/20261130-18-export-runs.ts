import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, json, optional, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Exports: who took which list, and the files of long ones while they are kept (members.md, Registry). */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'export_runs',
    {
      id: id(),
      /** Key of EXPORT_LISTS. */
      list: identifier(20),
      filter: json(),
      account_id: integer(),
      account_name: text(100),
      address: identifier(64),
      /** Key of EXPORT_STATES. */
      state: identifier(10),
      rows_done: integer(),
      created_at: instant(),
      ended_at: optional(instant()),
      /** When the file goes; null where none is kept. */
      kept_until: optional(instant()),
    },
    { indexes: [['account_id', 'state']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'export_runs');
}
