import type { QueryInterface } from 'sequelize';
import { defaultsTo, integer } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Of two people who change the same share link, or the same leave, the second is told of the first. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'share_links', 'version', defaultsTo(integer(), 1));
  await addColumn(q, 'ticket_duties', 'leave_version', defaultsTo(integer(), 1));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'ticket_duties', 'leave_version');
  await dropColumn(q, 'share_links', 'version');
}
