import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, json, longText, optional, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Outgoing messages, written in the transaction of what they tell about and sent by a job. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'messages',
    {
      id: id(),
      channel: identifier(12),
      recipient: text(254),
      /** Folder below templates/mail. */
      template: identifier(40),
      data: json(),
      /** The certificate whose file is attached. */
      certificate_id: optional(reference('certificates')),
      /** waiting, sent or failed. */
      state: identifier(10),
      last_error: longText(),
      created_at: instant(),
      sent_at: optional(instant()),
    },
    { indexes: [['state', 'created_at'], ['certificate_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'messages');
}
