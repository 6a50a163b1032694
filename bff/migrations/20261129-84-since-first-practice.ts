import type { QueryInterface } from 'sequelize';
import { flag, defaultsTo } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** A letter about many lawyers may begin, for those who began to practise later, on their own first day. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'since_first_practice', defaultsTo(flag(), 0));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'applications', 'since_first_practice');
}
