import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

/** By the beginning of the asker's name, as ended ones are searched; and open ones in the order in which they came. */
const INDEXES = [
  ['asker_name', 'id'],
  ['is_open', 'opened_at', 'id'],
  ['is_open', 'role', 'opened_at', 'id'],
];

/** What the list of tickets is searched and ordered by. */
export async function up(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await addIndex(q, 'tickets', columns);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await dropIndex(q, 'tickets', columns);
}
