import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, ownedBy, reference } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** What was sent again after a return for completion, by the key of its form. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'application_completions',
    {
      id: id(),
      application_id: ownedBy('applications'),
      account_id: reference('accounts'),
      idempotency_key: identifier(64),
      content_hash: identifier(64),
      created_at: instant(),
    },
    { unique: [['account_id', 'idempotency_key']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'application_completions');
}
