import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, instant, integer, ownedBy } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** 谁看过我的信息: as what somebody of the staff looked, and every list taken as a file that held the lawyer's row. */
export async function up(q: QueryInterface): Promise<void> {
  for (const table of ['profile_views', 'personal_views']) {
    // Roles at that time, comma between them; '' of a firm, and of looks from before.
    await addColumn(q, table, 'by_roles', defaultsTo(identifier(100), ''));
  }
  await createTable(
    q,
    'exported_lawyers',
    {
      id: id(),
      export_id: ownedBy('export_runs'),
      lawyer_id: ownedBy('lawyers'),
      /** Key of EXPORT_LISTS. */
      list: identifier(30),
      by_id: integer(),
      by_roles: identifier(100),
      at: instant(),
    },
    {
      unique: [['export_id', 'lawyer_id']],
      indexes: [['lawyer_id', 'id'], ['at']],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'exported_lawyers');
  for (const table of ['personal_views', 'profile_views']) await dropColumn(q, table, 'by_roles');
}
