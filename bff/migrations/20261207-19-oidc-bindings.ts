import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Which identity at the association's own site opens which account, and which sessions it opened. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'oidc_bindings',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      issuer: identifier(200),
      /** The person at that issuer: at most 255 characters (OpenID Connect Core 1.0, section 2). */
      subject: identifier(255),
      /** What the issuer calls the person. */
      name: text(40),
      bound_at: instant(),
      last_used_at: instant(),
    },
    { unique: [['issuer', 'subject']], indexes: [['account_id', 'id']] },
  );
  await createTable(q, 'oidc_sessions', {
    id: id(),
    binding_id: ownedBy('oidc_bindings'),
    session_id: ownedBy('sessions'),
  });
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'oidc_sessions');
  await dropTable(q, 'oidc_bindings');
}
