import type { QueryInterface } from 'sequelize';
import { identifier, integer } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/**
 * Every character and every pair of neighbouring characters of every name, so that a name is found by any part of it
 * without reading all names: neither engine indexes Chinese words.
 */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'search_grams',
    { kind: identifier(10), gram: identifier(2), subject_id: integer() },
    { unique: [['kind', 'gram', 'subject_id']], indexes: [['kind', 'subject_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'search_grams');
}
