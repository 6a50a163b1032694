import type { QueryInterface } from 'sequelize';
import { integer, json, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Questions that are asked no more, for the answers that were given; and of which activity one is a copy. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activities', 'retired', optional(json()));
  await addColumn(q, 'activities', 'copied_from_id', optional(integer()));
}

export async function down(q: QueryInterface): Promise<void> {
  for (const column of ['retired', 'copied_from_id']) await dropColumn(q, 'activities', column);
}
