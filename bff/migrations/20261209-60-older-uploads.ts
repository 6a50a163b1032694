import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

const INDEX = ['is_encrypted', 'id'];

/** Finds at every start what is not encrypted yet, without reading all that is. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'uploads', INDEX);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'uploads', INDEX);
}
