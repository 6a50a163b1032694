import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 名单通知: what staff told those on the list of an activity, and whom. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'roster_messages',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      audience: identifier(12),
      words: text(500),
      by_id: integer(),
      by_name: text(100),
      sent_at: instant(),
      recipient_count: integer(),
    },
    { indexes: [['activity_id', 'id']] },
  );
  await createTable(
    q,
    'roster_message_recipients',
    {
      id: id(),
      message_id: ownedBy('roster_messages'),
      registration_id: ownedBy('activity_registrations'),
      told_at: optional(instant()),
    },
    { unique: [['message_id', 'registration_id']], indexes: [['message_id', 'told_at', 'id'], ['registration_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'roster_message_recipients');
  await dropTable(q, 'roster_messages');
}
