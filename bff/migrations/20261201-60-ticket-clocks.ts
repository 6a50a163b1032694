import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, instant, json, optional, ownedBy } from '../platform/db/columns.ts';
import { addColumn, addIndex, createTable, dropColumn, dropIndex, dropTable } from '../platform/db/ddl.ts';

/** 2200-01-01: nothing is due. */
const NEVER = 7_258_118_400_000;
const WATCHED = ['watch_at', 'id'];

/** Due instants of tickets are reckoned again from what they follow from, and what they were is kept. */
export async function up(q: QueryInterface): Promise<void> {
  // Null of tickets from before, until the program has started (clocks/adopt-earlier-tickets.ts).
  await addColumn(q, 'tickets', 'basis', optional(json()));
  await addColumn(q, 'tickets', 'watch_at', defaultsTo(instant(), NEVER));
  await addIndex(q, 'tickets', WATCHED);
  await createTable(
    q,
    'ticket_due_changes',
    {
      id: id(),
      ticket_id: ownedBy('tickets'),
      at: instant(),
      /** Key of DUE_CAUSES. */
      cause: identifier(10),
      first_before: optional(instant()),
      first_after: optional(instant()),
      done_before: optional(instant()),
      done_after: optional(instant()),
    },
    { indexes: [['ticket_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'ticket_due_changes');
  await dropIndex(q, 'tickets', WATCHED);
  for (const column of ['watch_at', 'basis']) await dropColumn(q, 'tickets', column);
}
