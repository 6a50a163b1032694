import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** A chain over the audit log: each seal covers the entries since the one before, and that seal itself. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'audit_seals',
    {
      id: id(),
      /** The last entry that is covered. */
      until_entry_id: integer(),
      /** HMAC over the digest of the seal before and every entry since. */
      digest: identifier(64),
      sealed_at: instant(),
    },
    { unique: [['until_entry_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'audit_seals');
}
