import type { QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** With what a texted code was asked for, as a keyed hash; null of mails, of what staff send, and of codes from before. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'email_codes', 'code_ticket_hash', optional(identifier(43)));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'email_codes', 'code_ticket_hash');
}
