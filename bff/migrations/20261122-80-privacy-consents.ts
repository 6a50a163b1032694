import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Who agreed to which edition of the privacy guideline, and until when. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'privacy_consents',
    {
      id: id(),
      account_id: ownedBy('accounts'),
      /** The WeChat that agreed, as long as it is bound; no reference, because what was agreed to stays on record. */
      binding_id: optional(integer()),
      /** Its label at that moment. */
      person: text(40),
      version: identifier(20),
      agreed_at: instant(),
      withdrawn_at: optional(instant()),
    },
    { indexes: [['account_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'privacy_consents');
}
