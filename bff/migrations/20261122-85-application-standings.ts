import type { QueryInterface } from 'sequelize';
import { identifier, optional, plainDate } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

/**
 * How the certificate of an application stands, and its last valid day, beside the application: lists mark and filter by
 * it without looking into the other table. Null without a certificate.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'standing', optional(identifier(10)));
  await addColumn(q, 'applications', 'expires_on', optional(plainDate()));
  await q.sequelize.query(
    `UPDATE applications SET
       expires_on = (SELECT c.expires_on FROM certificates c WHERE c.application_id = applications.id),
       standing = (SELECT c.standing FROM certificates c WHERE c.application_id = applications.id)
     WHERE standing IS NULL AND outcome = 'approved'`,
  );
  await addIndex(q, 'applications', ['standing', 'submitted_at', 'id']);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'applications', ['standing', 'submitted_at', 'id']);
  await dropColumn(q, 'applications', 'expires_on');
  await dropColumn(q, 'applications', 'standing');
}
