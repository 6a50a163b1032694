import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 谁看过我的信息, besides the sections of a profile: numbers of identity, proofs of a photo, identity cards in tickets. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'personal_views',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      /** Key of VIEWED_PARTS. */
      part: identifier(20),
      reason: text(200),
      /** staff, or firm. */
      by_kind: identifier(10),
      by_id: integer(),
      /** A firm's; of the staff a member reads no name. */
      by_name: text(100),
      at: instant(),
    },
    {
      indexes: [
        ['lawyer_id', 'id'],
        ['lawyer_id', 'part', 'at'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'personal_views');
}
