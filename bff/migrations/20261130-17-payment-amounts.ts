import type { QueryInterface } from 'sequelize';
import { fen, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const BY_AMOUNT = ['amount_fen', 'id'];

/** Finance sorts payments by their amount, and reads what a bill came to; bills compared before do not say. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'payments', BY_AMOUNT);
  await addColumn(q, 'payment_bills', 'payments_fen', optional(fen()));
  await addColumn(q, 'payment_bills', 'refunds_fen', optional(fen()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'payment_bills', 'refunds_fen');
  await dropColumn(q, 'payment_bills', 'payments_fen');
  await dropIndex(q, 'payments', BY_AMOUNT);
}
