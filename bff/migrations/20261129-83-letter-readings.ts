import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Who opened the letter of a waiting application to read it, when, and whether it was read through. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'letter_readings',
    {
      id: id(),
      application_id: ownedBy('applications'),
      account_id: integer(),
      by_name: text(100),
      /** Of the letter that was shown: what is signed afterwards is that and no other. */
      fingerprint: identifier(64),
      opened_at: instant(),
      read_at: optional(instant()),
    },
    { indexes: [['application_id', 'account_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'letter_readings');
}
