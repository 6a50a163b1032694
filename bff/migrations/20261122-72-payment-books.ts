import type { QueryInterface } from 'sequelize';
import { defaultsTo, fen, id, instant, integer, optional, plainDate, text } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** What went back of each payment, when refunds reached WeChat Pay, and which days were compared with its bill. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'payments', 'refunded_fen', defaultsTo(fen(), 0));
  await addColumn(q, 'refunds', 'sent_at', optional(instant()));
  await createTable(
    q,
    'payment_bills',
    {
      id: id(),
      bill_on: plainDate(),
      payments: integer(),
      refunds: integer(),
      differences: integer(),
      reconciled_at: instant(),
      reconciled_by: text(100),
    },
    { unique: [['bill_on']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'payment_bills');
  await dropColumn(q, 'refunds', 'sent_at');
  await dropColumn(q, 'payments', 'refunded_fen');
}
