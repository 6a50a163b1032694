import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Which activities were cancelled at short notice: who had a seat is told by text, and reads it on 首页. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activities', 'cancelled_urgently', defaultsTo(flag(), 0));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activities', 'cancelled_urgently');
}
