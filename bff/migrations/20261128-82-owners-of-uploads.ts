import type { QueryInterface } from 'sequelize';
import { identifier, integer, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropKey } from '../platform/db/ddl.ts';

const BY_OWNER = ['owner_kind', 'owner_id', 'id'];
const FREE = ['account_id', 'owner_id'];

/** Uploads belong to whatever has files. `uploads.application_id` is read no more and goes with a later release. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'uploads', 'owner_kind', optional(identifier(20)));
  await addColumn(q, 'uploads', 'owner_id', optional(integer()));
  await q.sequelize.query(
    `UPDATE uploads SET owner_kind = 'application', owner_id = application_id
     WHERE application_id IS NOT NULL AND owner_id IS NULL`,
  );
  for (const columns of [BY_OWNER, FREE]) await addIndex(q, 'uploads', columns);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const columns of [BY_OWNER, FREE]) await dropKey(q, 'ix', 'uploads', columns);
  await dropColumn(q, 'uploads', 'owner_id');
  await dropColumn(q, 'uploads', 'owner_kind');
}
