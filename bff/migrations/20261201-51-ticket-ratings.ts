import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** How members were satisfied with what became of their tickets; one rating each, which may be changed for some days. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'ticket_ratings',
    {
      id: id(),
      ticket_id: ownedBy('tickets'),
      rating: identifier(10),
      words: text(400),
      rated_at: instant(),
    },
    { unique: [['ticket_id']], indexes: [['rating', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'ticket_ratings');
}
