import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Who came to an activity, as it counts: one row for a registration, whatever was scanned how often. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'activity_presences',
    {
      id: id(),
      registration_id: ownedBy('activity_registrations'),
      outcome: identifier(10),
      /** Null: absent. */
      arrived_at: optional(instant()),
      /** Null: nobody saw that; the end of the activity counts. */
      left_at: optional(instant()),
      way: identifier(12),
      by_id: optional(integer()),
      by_name: text(100),
      recorded_at: instant(),
    },
    { unique: [['registration_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'activity_presences');
}
