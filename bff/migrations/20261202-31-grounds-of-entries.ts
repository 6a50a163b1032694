import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** A ticket whose files prove an entry of the registry says so itself: it may be merged then, and not later. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'tickets', 'is_ground', defaultsTo(flag(), 0));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'tickets', 'is_ground');
}
