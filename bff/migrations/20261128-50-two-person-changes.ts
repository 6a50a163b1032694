import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, json, longText, optional, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Changes that one member of staff asks for and another one confirms. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'change_requests',
    {
      id: id(),
      /** Key of CHANGE_KINDS. */
      kind: identifier(20),
      /** What is done once it is confirmed. */
      payload: json(),
      /** The staff account it is about. */
      account_id: optional(integer()),
      /** What both persons read: about what, from what, to what. */
      target: text(200),
      before_words: longText(),
      after_words: longText(),
      /** waiting, confirmed, declined or withdrawn. */
      state: identifier(10),
      requested_by: integer(),
      requested_by_name: text(100),
      requested_at: instant(),
      expires_at: instant(),
      decided_by_name: text(100),
      decided_at: optional(instant()),
    },
    { indexes: [['state', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'change_requests');
}
