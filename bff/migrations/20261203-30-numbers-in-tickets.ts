import type { QueryInterface } from 'sequelize';
import { id, identifier, integer, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Identity numbers that were written in a message, which itself holds them masked. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'ticket_numbers',
    {
      id: id(),
      message_id: ownedBy('ticket_messages'),
      /** Its place among those of the message, from 0. */
      place: integer(),
      masked: identifier(18),
      sealed: text(200),
    },
    { unique: [['message_id', 'place']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'ticket_numbers');
}
