import type { QueryInterface } from 'sequelize';
import { integer, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Which certificate a corrected one took the place of, and the other way round; null: none. Ids of `certificates`. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'certificates', 'replaces_id', optional(integer()));
  await addColumn(q, 'certificates', 'replaced_by_id', optional(integer()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'certificates', 'replaced_by_id');
  await dropColumn(q, 'certificates', 'replaces_id');
}
