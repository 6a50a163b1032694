import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** How seats of an activity are given: in the order of signing up, or by staff. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activities', 'admission', defaultsTo(identifier(10), 'order'));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activities', 'admission');
}
