import type { QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Count and end of the audit log when the bill of a day was compared, so that they are printed with it. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'payment_bills', 'audit_end', optional(identifier(64)));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'payment_bills', 'audit_end');
}
