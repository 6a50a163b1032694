import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, optional, ownedBy, plainDate } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** What became of tickets, step by step, and how many of each a day: counted when it happens, never from scratch. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'ticket_steps',
    {
      id: id(),
      ticket_id: ownedBy('tickets'),
      at: instant(),
      /** The day of `at` in Shanghai, under which it is counted. */
      counted_on: plainDate(),
      /** Key of TICKET_STEPS. */
      step: identifier(10),
      /** As the ticket had them then: it may be moved later. */
      category: identifier(20),
      role: identifier(20),
      /** Who of the staff; 0: nobody. */
      person_id: integer(),
      /** Whether the clock of this step was kept; null: none ran. */
      is_within: optional(flag()),
      /** Open minutes that solving took. */
      minutes: optional(integer()),
      /** What the member thought of this solution; null: nothing yet. */
      rating: optional(identifier(10)),
    },
    {
      indexes: [
        ['step', 'counted_on', 'id'],
        ['ticket_id', 'step', 'id'],
        ['counted_on', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'ticket_counts',
    {
      id: id(),
      counted_on: plainDate(),
      category: identifier(20),
      role: identifier(20),
      person_id: integer(),
      /** Key of TICKET_MEASURES. */
      measure: identifier(20),
      n: integer(),
    },
    { unique: [['counted_on', 'category', 'role', 'person_id', 'measure']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['ticket_counts', 'ticket_steps']) await dropTable(q, table);
}
