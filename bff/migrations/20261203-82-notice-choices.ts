import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** How members want to be told, by kind; who has chosen nothing is told in every way there is. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'notice_choices',
    {
      id: id(),
      member_kind: identifier(10),
      member_id: integer(),
      kind: identifier(20),
      by_mail: flag(),
      by_wechat: flag(),
      chosen_at: instant(),
    },
    { unique: [['member_kind', 'member_id', 'kind']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'notice_choices');
}
