import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

const COLUMNS = ['asker_name', 'id'];

/** Tickets by the beginning of their asker's name: how the list of ended ones is searched. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'tickets', COLUMNS);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'tickets', COLUMNS);
}
