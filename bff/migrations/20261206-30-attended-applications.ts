import type { QueryInterface } from 'sequelize';
import { integer, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const COLUMNS = ['attended_by_id', 'state', 'submitted_at', 'id'];

/** Which reviewer had an application open last: what one has begun and not decided is found again. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'attended_by_id', optional(integer()));
  await addIndex(q, 'applications', COLUMNS);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'applications', COLUMNS);
  await dropColumn(q, 'applications', 'attended_by_id');
}
