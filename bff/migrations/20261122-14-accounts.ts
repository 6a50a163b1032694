import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, json, optional, ownedBy, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Who can sign in, and where they are signed in. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'accounts',
    {
      id: id(),
      kind: identifier(10),
      firm_id: optional(reference('firms')),
      lawyer_id: optional(reference('lawyers')),
      /** Licence number of a member, name of a staff account. */
      login: identifier(64),
      /** A firm's unified social credit code. */
      alt_login: optional(identifier(64)),
      name: text(100),
      /** null: never set; the initial password is then derived from the registry (members.md, Signing in). */
      password_hash: optional(identifier(255)),
      /** The password opens nothing but the page that sets a new one. */
      is_temporary: flag(),
      /** Closed accounts (cancelled members, former staff) cannot sign in. */
      is_closed: flag(),
      /** Keys of ROLES; empty for members. */
      roles: json(),
      last_signed_in_at: optional(instant()),
      created_at: instant(),
    },
    { unique: [['login'], ['alt_login'], ['firm_id'], ['lawyer_id']] },
  );
  await createTable(
    q,
    'sessions',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      /** The token itself is with the client only. */
      token_hash: identifier(64),
      device: text(100),
      address: identifier(64),
      created_at: instant(),
      last_seen_at: instant(),
      /** When the account signed in the time before: what the home page shows. */
      previous_sign_in_at: optional(instant()),
    },
    { unique: [['token_hash']], indexes: [['account_id', 'id'], ['last_seen_at']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'sessions');
  await dropTable(q, 'accounts');
}
