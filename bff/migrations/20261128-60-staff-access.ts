import type { QueryInterface } from 'sequelize';
import { defaultsTo, instant, optional, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Where a staff member's own code goes, and until when a temporary password is good. */
export async function up(q: QueryInterface): Promise<void> {
  // Of staff only; empty for accounts from before.
  await addColumn(q, 'accounts', 'email', defaultsTo(text(254), ''));
  // null: without an end (the first account, which whoever runs the server opens).
  await addColumn(q, 'accounts', 'temporary_until', optional(instant()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'accounts', 'temporary_until');
  await dropColumn(q, 'accounts', 'email');
}
