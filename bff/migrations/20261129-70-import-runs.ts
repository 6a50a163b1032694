import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, json, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Large sheets: staged, looked through whole, then applied piece by piece under one import (members.md, Registry). */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'import_runs',
    {
      id: id(),
      /** Key of IMPORT_KINDS. */
      kind: identifier(20),
      file_name: text(100),
      account_id: integer(),
      account_name: text(100),
      address: identifier(64),
      /** Field of each column; null above nothing. */
      header: json(),
      /** Key of RUN_STATES. */
      state: identifier(10),
      total: integer(),
      checked: integer(),
      /** Lines of those that change something which have been dealt with. */
      applied: integer(),
      created_at: instant(),
      ended_at: optional(instant()),
    },
    { indexes: [['state', 'created_at']] },
  );
  await createTable(
    q,
    'import_lines',
    {
      id: id(),
      run_id: ownedBy('import_runs'),
      /** As Excel numbers it. */
      number: integer(),
      is_hidden: flag(),
      /** Sealed: identity numbers may stand in it. Empty once it is done with. */
      cells: json(),
      /** Keyed fingerprint of what the row is found by; empty where that cannot be read. */
      key_index: identifier(43),
      /** `waiting`, then a key of RUN_OUTCOMES. */
      outcome: identifier(10),
      /** Not yet applied. */
      is_due: flag(),
      result: optional(json()),
    },
    {
      indexes: [
        ['run_id', 'number'],
        ['run_id', 'outcome', 'number'],
        ['run_id', 'is_due', 'number'],
        ['run_id', 'key_index', 'number'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'import_lines');
  await dropTable(q, 'import_runs');
}
