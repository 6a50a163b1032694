import type { QueryInterface } from 'sequelize';
import { fen, id, identifier, instant, integer, optional, ownedBy, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Paper copies of certificates: orders, each copy with its serial, and the files they are printed from. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'paper_orders',
    {
      id: id(),
      application_id: reference('applications'),
      certificate_id: reference('certificates'),
      number: identifier(24),
      applicant_name: text(100),
      recipient: text(100),
      phone: identifier(30),
      address: text(120),
      copies: integer(),
      pickup: identifier(10),
      copy_fee_fen: fen(),
      postage_fen: fen(),
      total_fen: fen(),
      state: identifier(20),
      state_since: instant(),
      created_at: instant(),
      payment: optional(identifier(10)),
      paid_at: optional(instant()),
      receipt_no: identifier(40),
      courier: text(30),
      tracking_no: identifier(40),
      collected_by: text(50),
      void_reason: text(200),
    },
    {
      unique: [['application_id']],
      indexes: [['state', 'created_at', 'id'], ['created_at', 'id'], ['number'], ['recipient', 'created_at']],
    },
  );
  await createTable(
    q,
    'paper_copies',
    {
      id: id(),
      order_id: ownedBy('paper_orders'),
      position: integer(),
      serial: identifier(40),
      state: identifier(10),
      created_at: instant(),
      printed_at: optional(instant()),
      voided_at: optional(instant()),
      voided_by: text(100),
      void_reason: text(200),
      replaces_id: optional(integer()),
    },
    { unique: [['serial'], ['order_id', 'position']] },
  );
  await createTable(
    q,
    'print_batches',
    {
      id: id(),
      state: identifier(10),
      orders: integer(),
      copies: integer(),
      done: integer(),
      pages: optional(integer()),
      storage_key: optional(identifier(200)),
      created_by: text(100),
      created_at: instant(),
      made_at: optional(instant()),
    },
    { indexes: [['created_at', 'id']] },
  );
  await createTable(
    q,
    'print_batch_copies',
    { id: id(), batch_id: ownedBy('print_batches'), copy_id: reference('paper_copies'), position: integer() },
    { unique: [['batch_id', 'copy_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'print_batch_copies');
  await dropTable(q, 'print_batches');
  await dropTable(q, 'paper_copies');
  await dropTable(q, 'paper_orders');
}
