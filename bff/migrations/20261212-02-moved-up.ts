import type { QueryInterface } from 'sequelize';
import { defaultsTo, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Why staff have put somebody before all who wait; '': nobody has. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activity_registrations', 'moved_for', defaultsTo(text(200), ''));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activity_registrations', 'moved_for');
}
