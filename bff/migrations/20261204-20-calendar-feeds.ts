import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, optional, ownedBy } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Addresses under which calendar programs read what a lawyer has signed up for. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'calendar_feeds',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      token_hash: identifier(64),
      made_at: instant(),
      read_at: optional(instant()),
    },
    { unique: [['account_id'], ['token_hash']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'calendar_feeds');
}
