import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Names with look-alikes that a reviewer has looked at and let pass, so that nobody is asked again for the same one. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'confirmed_names',
    {
      id: id(),
      subject_kind: identifier(10),
      subject_id: integer(),
      /** To the character: another look-alike is another name. */
      name: identifier(150),
      confirmed_by: text(40),
      confirmed_at: instant(),
    },
    { unique: [['subject_kind', 'subject_id', 'name']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'confirmed_names');
}
