import type { QueryInterface } from 'sequelize';
import { identifier, instant, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** A talk is offered to a role too, and nobody accepts it for ever: since when it is offered; null: to nobody. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'chats', 'offered_role', optional(identifier(20)));
  await addColumn(q, 'chats', 'offered_at', optional(instant()));
  await q.sequelize.query('UPDATE chats SET offered_at = last_at WHERE offered_to IS NOT NULL AND offered_at IS NULL');
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'chats', 'offered_at');
  await dropColumn(q, 'chats', 'offered_role');
}
