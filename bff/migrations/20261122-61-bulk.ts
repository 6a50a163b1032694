import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, json, optional, ownedBy, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** One certificate each for many lawyers of a firm: the order, and an item per lawyer. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'bulk_orders',
    {
      id: id(),
      firm_id: reference('firms'),
      account_id: reference('accounts'),
      account_name: text(100),
      /** Where the order came from, for the audit lines of its applications. */
      address: identifier(64),
      type_id: reference('certificate_types'),
      idempotency_key: identifier(64),
      content_hash: identifier(64),
      /** The form without its lawyers. */
      content: json(),
      total: integer(),
      created_at: instant(),
      finished_at: optional(instant()),
    },
    { unique: [['account_id', 'idempotency_key']], indexes: [['firm_id', 'id']] },
  );
  await createTable(
    q,
    'bulk_items',
    {
      id: id(),
      order_id: ownedBy('bulk_orders'),
      lawyer_id: reference('lawyers'),
      position: integer(),
      state: identifier(10),
      application_id: optional(reference('applications')),
      reason: text(300),
    },
    { unique: [['order_id', 'lawyer_id']], indexes: [['order_id', 'state', 'position']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'bulk_items');
  await dropTable(q, 'bulk_orders');
}
