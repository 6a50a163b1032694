import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

const COLUMNS = ['account_id', 'read_at'];

/** When a reviewer last finished a letter, whichever: letters that lie open side by side are read one after the other. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'letter_readings', COLUMNS);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'letter_readings', COLUMNS);
}
