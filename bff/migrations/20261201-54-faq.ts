import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, longText, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 常见问题, and what members think of each answer. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'faq_entries',
    {
      id: id(),
      /** Which of those that come with the system; null: written here. */
      shipped_as: optional(identifier(40)),
      category: identifier(20),
      question: text(160),
      answer: longText(),
      keywords: text(400),
      audience: identifier(10),
      position: integer(),
      is_published: flag(),
      version: integer(),
      updated_at: instant(),
    },
    { unique: [['shipped_as']], indexes: [['position', 'id']] },
  );
  await createTable(
    q,
    'faq_marks',
    {
      id: id(),
      entry_id: ownedBy('faq_entries'),
      account_id: integer(),
      is_helpful: flag(),
      reason: text(400),
      marked_at: instant(),
    },
    { unique: [['entry_id', 'account_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['faq_marks', 'faq_entries']) await dropTable(q, table);
}
