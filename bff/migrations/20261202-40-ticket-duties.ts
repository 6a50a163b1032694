import type { QueryInterface } from 'sequelize';
import { flag, id, instant, integer, optional, ownedBy, plainDate } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Who of the staff is there to be given tickets, and who stands in for whom while on leave; no row: not there. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'ticket_duties',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      is_present: flag(),
      leave_from: optional(plainDate()),
      leave_until: optional(plainDate()),
      stand_in_id: optional(integer()),
      changed_at: instant(),
    },
    { unique: [['account_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'ticket_duties');
}
