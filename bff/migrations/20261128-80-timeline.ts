import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

const COLUMNS = 'event, at, by_kind, by_name, note';

/**
 * A timeline for everything that has one: what happened to applications is the first. `application_events` is read no
 * more and goes with a later release.
 */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'timeline_entries',
    {
      id: id(),
      subject_kind: identifier(20),
      subject_id: integer(),
      event: identifier(40),
      at: instant(),
      /** member, staff or system. */
      by_kind: identifier(10),
      by_name: text(100),
      note: text(300),
    },
    { indexes: [['subject_kind', 'subject_id', 'id']] },
  );
  // Half copied and stopped: the rest.
  await q.sequelize.query(
    `INSERT INTO timeline_entries (id, subject_kind, subject_id, ${COLUMNS})
     SELECT id, 'application', application_id, ${COLUMNS} FROM application_events
     WHERE id NOT IN (SELECT id FROM timeline_entries)`,
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'timeline_entries');
}
