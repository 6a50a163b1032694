import type { QueryInterface } from 'sequelize';
import { id, instant, integer, plainDate, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 律所合并: a firm and the one it merged with, by the name that one bore. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'firm_mergers',
    {
      id: id(),
      firm_id: reference('firms'),
      other_firm_name: text(100),
      merged_on: plainDate(),
      remark: text(200),
      version: integer(),
      created_at: instant(),
      updated_at: instant(),
    },
    { indexes: [['firm_id', 'merged_on']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'firm_mergers');
}
