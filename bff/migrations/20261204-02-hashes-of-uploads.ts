import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropKey } from '../platform/db/ddl.ts';

/** The same file handed in by two lawyers is a finding for whoever reviews; files from before have no hash. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'uploads', 'content_hash', defaultsTo(identifier(64), ''));
  await addIndex(q, 'uploads', ['content_hash', 'owner_kind', 'owner_id']);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropKey(q, 'ix', 'uploads', ['content_hash', 'owner_kind', 'owner_id']);
  await dropColumn(q, 'uploads', 'content_hash');
}
