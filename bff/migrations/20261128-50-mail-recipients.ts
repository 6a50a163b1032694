import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, instant, integer, optional, plainDate } from '../platform/db/columns.ts';
import { addColumn, addIndex, createTable, dropColumn, dropKey, dropTable } from '../platform/db/ddl.ts';

const APPLICATIONS_OF_AN_HOUR = ['account_id', 'submitted_at'];

/** How many mails members have sent to a mailbox that is not theirs, and who wants no more of them. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'mail_recipients',
    {
      id: id(),
      /** Keyed fingerprint of the mailbox: the table tells nobody's address. */
      recipient_key: identifier(43),
      /** Hash of the token in the link that stops these mails. */
      link_hash: identifier(43),
      /** The day `counted` speaks of; the first mail of another day starts again. */
      counted_on: defaultsTo(plainDate(), ''),
      counted: defaultsTo(integer(), 0),
      stopped_at: optional(instant()),
    },
    { unique: [['recipient_key'], ['link_hash']] },
  );
  /** The application that a mail tells about, which says so when the mail is not sent. */
  await addColumn(q, 'messages', 'application_id', optional(integer()));
  await addIndex(q, 'applications', APPLICATIONS_OF_AN_HOUR);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropKey(q, 'ix', 'applications', APPLICATIONS_OF_AN_HOUR);
  await dropColumn(q, 'messages', 'application_id');
  await dropTable(q, 'mail_recipients');
}
