import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, ownedBy } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Mobile numbers that an account's owner has confirmed by a code; the codes themselves are those of email_codes. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'confirmed_phones',
    { id: id(), account_id: ownedBy('accounts'), number: identifier(20), confirmed_at: instant() },
    { unique: [['account_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'confirmed_phones');
}
