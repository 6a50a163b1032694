import type { QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** By which key of the log a line and the end of the chain were sealed; null: by the key of the time before it had its own. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'audit_entries', 'key_id', optional(identifier(8)));
  await addColumn(q, 'audit_chains', 'key_id', optional(identifier(8)));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'audit_chains', 'key_id');
  await dropColumn(q, 'audit_entries', 'key_id');
}
