import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

const TABLES = ['profile_views', 'personal_views'];

/** The nightly round finds looks of ten years ago by their instant. */
export async function up(q: QueryInterface): Promise<void> {
  for (const table of TABLES) await addIndex(q, table, ['at']);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of TABLES) await dropIndex(q, table, ['at']);
}
