import type { QueryInterface } from 'sequelize';
import { fen, id, identifier, instant, json, reference } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 缴费收据 that were issued: one for each amount that a payment had given back by then. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'receipts',
    {
      id: id(),
      payment_id: reference('payments'),
      refunded_fen: fen(),
      number: identifier(24),
      token: identifier(43),
      code: identifier(16),
      /** The canonical text that the signed file holds as well. */
      record: json(),
      sha256: identifier(64),
      storage_key: identifier(200),
      issued_at: instant(),
    },
    { unique: [['payment_id', 'refunded_fen'], ['number'], ['token'], ['sha256']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'receipts');
}
