import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Files that members attach to an application; not bound to one, they are removed after a day. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'uploads',
    {
      id: id(),
      /** 128 random bits: what the form names it by. */
      token: identifier(32),
      account_id: reference('accounts'),
      application_id: optional(reference('applications')),
      name: text(100),
      kind: identifier(10),
      size: integer(),
      storage_key: identifier(120),
      created_at: instant(),
      /** Being removed: nobody can attach it any more. */
      discarded_at: optional(instant()),
    },
    { unique: [['token']], indexes: [['account_id', 'application_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'uploads');
}
