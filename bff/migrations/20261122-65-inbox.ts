import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, longText, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** What members were told, each in the transaction of what it tells about. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'inbox_entries',
    {
      id: id(),
      /** By member, not by account: a firm's people share one inbox. */
      member_kind: identifier(6),
      member_id: integer(),
      /** Key of MEMBER_EVENTS. */
      event: identifier(20),
      title: text(60),
      body: longText(),
      /** What the entry leads to. */
      application_id: optional(ownedBy('applications')),
      created_at: instant(),
      read_at: optional(instant()),
    },
    {
      indexes: [
        ['member_kind', 'member_id', 'id'],
        ['member_kind', 'member_id', 'read_at'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'inbox_entries');
}
