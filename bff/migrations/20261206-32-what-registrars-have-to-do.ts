import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

const INDEXES: [table: string, columns: string[]][] = [
  ['lawyers', ['identity_matched_on', 'status', 'id']],
  ['lawyers', ['pending_change', 'id']],
  ['firms', ['pending_change', 'id']],
];

/** Lawyers whose identity nobody has compared, and members with a change that is still to be entered: for home and lists. */
export async function up(q: QueryInterface): Promise<void> {
  for (const [table, columns] of INDEXES) await addIndex(q, table, columns);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const [table, columns] of INDEXES) await dropIndex(q, table, columns);
}
