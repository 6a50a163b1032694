import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, plainDate, text } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** 下载我的信息, and what was removed when its time was over. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'data_downloads',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      account_id: ownedBy('accounts'),
      state: identifier(10),
      asked_at: instant(),
      ready_at: optional(instant()),
      kept_until: optional(instant()),
      taken_at: optional(instant()),
      storage_key: identifier(120),
      key_sealed: text(400),
    },
    { indexes: [['account_id', 'id']] },
  );
  await createTable(
    q,
    'retention_removals',
    {
      id: id(),
      on_day: plainDate(),
      /** Key of RETENTION. */
      kind: identifier(20),
      removed: integer(),
    },
    { unique: [['on_day', 'kind']] },
  );
  // What is sensitive in it was removed, so that its hash says nothing any more.
  await addColumn(q, 'profile_snapshots', 'sensitive_removed_at', optional(instant()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'profile_snapshots', 'sensitive_removed_at');
  for (const table of ['retention_removals', 'data_downloads']) await dropTable(q, table);
}
