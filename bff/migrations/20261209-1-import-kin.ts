import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const OF_KIN = ['run_id', 'kin_index', 'number'];

/** Rows of a large sheet that may stand in each other's way find each other, wherever they stand. */
export async function up(q: QueryInterface): Promise<void> {
  /** Keyed fingerprint of what they have in common; empty for those that stand in nobody's way. */
  await addColumn(q, 'import_lines', 'kin_index', defaultsTo(identifier(43), ''));
  await addIndex(q, 'import_lines', OF_KIN);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'import_lines', OF_KIN);
  await dropColumn(q, 'import_lines', 'kin_index');
}
