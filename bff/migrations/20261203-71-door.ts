import type { QueryInterface } from 'sequelize';
import { defaultsTo, id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** The devices of a door, and what they have scanned. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'door_devices',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      entrance: text(20),
      token_hash: identifier(64),
      opened_by_id: integer(),
      opened_by: text(100),
      opened_at: instant(),
      ends_at: instant(),
      seen_at: optional(instant()),
      /** Scans that it said it kept back, the last time. */
      waiting: defaultsTo(integer(), 0),
      offset_ms: defaultsTo(integer(), 0),
      dismissed_at: optional(instant()),
    },
    { unique: [['token_hash']], indexes: [['activity_id', 'id']] },
  );
  await createTable(
    q,
    'activity_scans',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      device_id: ownedBy('door_devices'),
      number: integer(),
      registration_id: optional(integer()),
      read: text(200),
      direction: identifier(3),
      way: identifier(8),
      device_at: instant(),
      /** When it was, by our clock. */
      at: instant(),
      received_at: instant(),
      doubt: identifier(10),
      decision: defaultsTo(identifier(10), ''),
      decided_by: defaultsTo(text(100), ''),
      note: defaultsTo(text(200), ''),
    },
    { unique: [['device_id', 'number']], indexes: [['activity_id', 'registration_id'], ['registration_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'activity_scans');
  await dropTable(q, 'door_devices');
}
