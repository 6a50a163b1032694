import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 操作日志. No foreign keys: an entry outlives what it speaks of. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'audit_entries',
    {
      id: id(),
      at: instant(),
      /** null: the system itself. */
      account_id: optional(integer()),
      actor: identifier(100),
      action: identifier(40),
      target_kind: identifier(20),
      target_id: integer(),
      target: identifier(200),
      detail: text(500),
      address: identifier(64),
      /** HMAC of the columns above: an entry altered in the database no longer fits. */
      mac: identifier(64),
    },
    {
      indexes: [
        ['at', 'id'],
        ['action', 'at', 'id'],
        ['actor', 'at', 'id'],
        ['target', 'id'],
        ['target_kind', 'target_id', 'id'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'audit_entries');
}
