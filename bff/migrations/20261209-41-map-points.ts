import type { QueryInterface } from 'sequelize';
import { defaultsTo, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Where the place of an activity is on a map: latitude and longitude of GCJ-02, or ''. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activities', 'map_point', defaultsTo(text(24), ''));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activities', 'map_point');
}
