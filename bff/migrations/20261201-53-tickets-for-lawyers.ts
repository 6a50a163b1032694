import type { QueryInterface } from 'sequelize';
import { defaultsTo, integer, optional, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Of which of its lawyers a firm asks, and as the lawyer was called then; null: of nobody in particular. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'tickets', 'about_lawyer_id', optional(integer()));
  await addColumn(q, 'tickets', 'about_name', defaultsTo(text(100), ''));
}

export async function down(q: QueryInterface): Promise<void> {
  for (const name of ['about_lawyer_id', 'about_name']) await dropColumn(q, 'tickets', name);
}
