import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Paper of one bulk order that can be collected is told of together: whose member has not heard of it yet. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'bulk_items', 'is_paper_untold', defaultsTo(flag(), 0));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'bulk_items', 'is_paper_untold');
}
