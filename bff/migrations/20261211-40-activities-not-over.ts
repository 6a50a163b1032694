import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

const NOT_OVER = ['state', 'ends_at'];

/** Activities that are not over: a handful, however many there have been. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'activities', NOT_OVER);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'activities', NOT_OVER);
}
