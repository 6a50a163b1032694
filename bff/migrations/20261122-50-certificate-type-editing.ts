import type { QueryInterface } from 'sequelize';
import { defaultsTo, integer, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Types are edited by staff: a version against lost updates, and how long their certificates stay valid. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'certificate_types', 'version', defaultsTo(integer(), 1));
  /** Months until 已过有效期; null: no end. */
  await addColumn(q, 'certificate_types', 'validity_months', optional(integer()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'certificate_types', 'validity_months');
  await dropColumn(q, 'certificate_types', 'version');
}
