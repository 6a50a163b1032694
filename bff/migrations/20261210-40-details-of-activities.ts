import type { QueryInterface } from 'sequelize';
import { longText, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** The details of an activity as rich text; null: they are the plain words that `details` has. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activities', 'details_body', optional(longText()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'activities', 'details_body');
}
