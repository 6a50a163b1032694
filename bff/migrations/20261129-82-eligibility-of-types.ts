import type { QueryInterface } from 'sequelize';
import { json, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Who of its audience may ask for a certificate of a type; null: everybody. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'certificate_types', 'eligibility', optional(json()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'certificate_types', 'eligibility');
}
