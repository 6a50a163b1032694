import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** 线上活动: where the meeting is, who was there by the list of its service, and for how long. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activities', 'meeting_url', defaultsTo(text(500), ''));
  await addColumn(q, 'activity_presences', 'minutes', optional(integer()));
  await createTable(
    q,
    'meeting_lines',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      shown_name: text(100),
      joined_at: instant(),
      left_at: instant(),
      registration_id: optional(ownedBy('activity_registrations')),
      /** By what it is known whose it is; '': somebody has to say. */
      way: identifier(8),
      line_hash: identifier(64),
    },
    { unique: [['activity_id', 'line_hash']], indexes: [['activity_id', 'way', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'meeting_lines');
  await dropColumn(q, 'activity_presences', 'minutes');
  await dropColumn(q, 'activities', 'meeting_url');
}
