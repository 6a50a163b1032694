import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** E-mail addresses that an account's owner has confirmed, and the codes that confirm them or reset a password. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'confirmed_emails',
    { id: id(), account_id: ownedBy('accounts'), address: text(254), confirmed_at: instant() },
    { unique: [['account_id']] },
  );
  await createTable(
    q,
    'email_codes',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      /** confirm or reset. */
      purpose: identifier(10),
      address: text(254),
      code_hash: identifier(43),
      /** Wrong tries so far. */
      tries: integer(),
      expires_at: instant(),
      used_at: optional(instant()),
    },
    { indexes: [['account_id', 'purpose', 'id'], ['expires_at']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'email_codes');
  await dropTable(q, 'confirmed_emails');
}
