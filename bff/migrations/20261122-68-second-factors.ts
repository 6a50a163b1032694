import type { QueryInterface } from 'sequelize';
import { id, instant, integer, json, longText, optional, ownedBy } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Codes from a telephone (TOTP) as a second factor of staff accounts. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'second_factors',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      /** Sealed. null: being set up for the first time. */
      secret: optional(longText()),
      /** Sealed; takes the secret's place once a code of it was typed. */
      pending_secret: optional(longText()),
      confirmed_at: optional(instant()),
      /** Time step of the last code that was used: none is taken twice. */
      last_step: integer(),
      /** Hashes of the recovery codes that are left. */
      recovery: json(),
    },
    { unique: [['account_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'second_factors');
}
