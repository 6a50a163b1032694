import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, integer, longText, optional, text } from '../platform/db/columns.ts';
import { addColumn, addIndex, createTable, dropColumn, dropIndex, dropTable } from '../platform/db/ddl.ts';

const BY_SERIES = ['series_id', 'begins_at'];

/** 系列: activities that belong together, as its sessions. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(q, 'activity_series', {
    id: id(),
    title: text(60),
    /** Rich text. */
    details: longText(),
    way: identifier(8),
    /** Who came to so many sessions is given hours; 0: session by session. */
    needed: defaultsTo(integer(), 0),
    created_by: text(100),
    version: integer(),
  });
  await addColumn(q, 'activities', 'series_id', optional(integer()));
  await addIndex(q, 'activities', BY_SERIES);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'activities', BY_SERIES);
  await dropColumn(q, 'activities', 'series_id');
  await dropTable(q, 'activity_series');
}
