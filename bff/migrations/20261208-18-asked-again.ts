import type { QueryInterface } from 'sequelize';
import { id, instant, integer, ownedBy } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 又问了: tickets that were submitted after an answer of 常见问题 had been read for them. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'faq_asks',
    {
      id: id(),
      entry_id: ownedBy('faq_entries'),
      account_id: integer(),
      ticket_id: integer(),
      asked_at: instant(),
    },
    { unique: [['entry_id', 'ticket_id']], indexes: [['account_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'faq_asks');
}
