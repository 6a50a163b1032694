import type { QueryInterface } from 'sequelize';
import { integer, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Which record of hours in the registry was written for a registration: once, and taken back when it did not hold. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activity_registrations', 'hours_record_id', optional(integer()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activity_registrations', 'hours_record_id');
}
