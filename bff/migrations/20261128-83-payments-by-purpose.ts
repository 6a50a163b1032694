import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier, reference } from '../platform/db/columns.ts';
import { addColumn, dropColumn, makeOptional } from '../platform/db/ddl.ts';

/**
 * Payments know a purpose and an id; the page that a payer comes back to is named by whoever lets him or her pay.
 * `payments.application_id` is read no more and goes with a later release.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'payments', 'page', defaultsTo(identifier(120), ''));
  await q.sequelize.query(`UPDATE payments SET page = CONCAT('application?id=', application_id) WHERE page = ''`);
  await makeOptional(q, 'payments', 'application_id', reference('applications'));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'payments', 'page');
}
