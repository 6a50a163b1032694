import type { QueryInterface } from 'sequelize';
import { instant, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Until when paper is paid for; orders of before have no end. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'paper_orders', 'pay_until', optional(instant()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'paper_orders', 'pay_until');
}
