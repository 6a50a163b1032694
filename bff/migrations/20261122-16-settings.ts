import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, json } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** What staff set in the admin pages, by name; what is absent has a default in the code. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'settings',
    { id: id(), name: identifier(40), value: json(), updated_at: instant() },
    { unique: [['name']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'settings');
}
