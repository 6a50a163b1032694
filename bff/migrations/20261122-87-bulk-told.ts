import type { QueryInterface } from 'sequelize';
import { instant, integer, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** The applications of one bulk order are told of together: which order they belong to, and when it was told. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'bulk_order_id', optional(integer()));
  await addColumn(q, 'bulk_orders', 'told_at', optional(instant()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'bulk_orders', 'told_at');
  await dropColumn(q, 'applications', 'bulk_order_id');
}
