import type { QueryInterface } from 'sequelize';
import { fen, id, instant, integer, optional, reference } from '../platform/db/columns.ts';
import { addColumn, addIndex, createTable, dropColumn, dropIndex, dropTable } from '../platform/db/ddl.ts';

/** Paper of a bulk order that costs something is paid in one sum, at the prices of the day it was submitted. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'paper_bundles',
    {
      id: id(),
      bulk_order_id: integer(),
      account_id: reference('accounts'),
      orders: integer(),
      standing: integer(),
      copies_fen: fen(),
      postage_fen: fen(),
      total_fen: fen(),
      created_at: instant(),
    },
    { indexes: [['bulk_order_id', 'id']] },
  );
  await addColumn(q, 'paper_orders', 'bulk_order_id', optional(integer()));
  await addColumn(q, 'paper_orders', 'bundle_id', optional(integer()));
  await addIndex(q, 'paper_orders', ['bulk_order_id', 'state']);
  await addIndex(q, 'paper_orders', ['bundle_id']);
  await addColumn(q, 'bulk_orders', 'copy_fee_fen', optional(fen()));
  await addColumn(q, 'bulk_orders', 'postage_fen', optional(fen()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'bulk_orders', 'postage_fen');
  await dropColumn(q, 'bulk_orders', 'copy_fee_fen');
  await dropIndex(q, 'paper_orders', ['bundle_id']);
  await dropIndex(q, 'paper_orders', ['bulk_order_id', 'state']);
  await dropColumn(q, 'paper_orders', 'bundle_id');
  await dropColumn(q, 'paper_orders', 'bulk_order_id');
  await dropTable(q, 'paper_bundles');
}
