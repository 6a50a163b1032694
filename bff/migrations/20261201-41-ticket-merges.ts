import type { QueryInterface } from 'sequelize';
import { id, instant, integer, json, optional, ownedBy, text } from '../platform/db/columns.ts';
import { addColumn, addIndex, createTable, dropColumn, dropKey, dropTable } from '../platform/db/ddl.ts';

/** Tickets that were merged into an earlier one, and what both were before, so that it can be undone whole. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'tickets', 'merged_into', optional(integer()));
  await addIndex(q, 'tickets', ['merged_into']);
  await createTable(
    q,
    'ticket_merges',
    {
      id: id(),
      ticket_id: ownedBy('tickets'),
      target_id: ownedBy('tickets'),
      at: instant(),
      by_id: integer(),
      by_name: text(100),
      /** State and clocks of both before, and of the earlier one after. */
      ticket_before: json(),
      target_before: json(),
      target_after: json(),
      undone_at: optional(instant()),
    },
    { indexes: [['target_id', 'undone_at']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'ticket_merges');
  await dropKey(q, 'ix', 'tickets', ['merged_into']);
  await dropColumn(q, 'tickets', 'merged_into');
}
