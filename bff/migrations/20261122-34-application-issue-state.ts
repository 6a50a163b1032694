import type { QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/**
 * The certificate's issue_state beside its application, null without a certificate: looking it up in the other table
 * was half of what a page of a list cost the database.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'issue_state', optional(identifier(10)));
  await q.sequelize.query(
    `UPDATE applications SET issue_state =
       (SELECT c.issue_state FROM certificates c WHERE c.application_id = applications.id)
     WHERE issue_state IS NULL AND outcome = 'approved'`,
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'applications', 'issue_state');
}
