import type { QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** What an entry of the audit log witnesses, as JSON: hashes of a file and its text. Covered by the entry's MAC. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'audit_entries', 'evidence', optional(identifier(500)));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'audit_entries', 'evidence');
}
