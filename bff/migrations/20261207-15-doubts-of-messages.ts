import type { QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** What staff are told of a text that nobody has cleared (contract/text-doubts.ts); null: nothing. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'ticket_messages', 'doubt', optional(identifier(12)));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'ticket_messages', 'doubt');
}
