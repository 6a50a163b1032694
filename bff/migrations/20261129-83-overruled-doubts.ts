import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Doubts over which a reviewer approved: a row for each rule, with the words in which he or she answers for it. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'overruled_doubts',
    {
      id: id(),
      application_id: ownedBy('applications'),
      rule: identifier(40),
      /** Subjects of which the rule was in doubt. */
      subjects: integer(),
      words: text(200),
      account_id: integer(),
      by_name: text(100),
      at: instant(),
    },
    {
      unique: [['application_id', 'rule']],
      // The last words of one reviewer; what was overruled in the last days, by whom.
      indexes: [
        ['account_id', 'id'],
        ['at', 'rule', 'by_name'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'overruled_doubts');
}
