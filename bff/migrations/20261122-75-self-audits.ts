import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Rounds in which issued certificates are read again, and what was wrong with them. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'self_audits',
    {
      id: id(),
      /** share or all. */
      scope: identifier(10),
      started_at: instant(),
      finished_at: optional(instant()),
      /** The last certificate that was read: a round that was interrupted goes on behind it. */
      until_certificate_id: integer(),
      checked: integer(),
      faulty: integer(),
      /** Files that no certificate names. */
      orphans: integer(),
      started_by: text(100),
    },
    { indexes: [['started_at']] },
  );
  await createTable(
    q,
    'self_audit_faults',
    {
      id: id(),
      self_audit_id: ownedBy('self_audits'),
      /** Number of the certificate; empty for a file that none names. */
      number: identifier(24),
      application_id: optional(integer()),
      kind: identifier(20),
      detail: text(300),
    },
    { indexes: [['self_audit_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'self_audit_faults');
  await dropTable(q, 'self_audits');
}
