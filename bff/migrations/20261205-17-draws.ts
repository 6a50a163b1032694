import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag, id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** 抽签: what was promised before, who takes part, and what came of it. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activities', 'draw_source', defaultsTo(text(100), ''));
  await addColumn(q, 'activities', 'draw_at', optional(instant()));
  await createTable(
    q,
    'activity_draws',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      code: identifier(22),
      seed_sealed: identifier(200),
      commitment: identifier(64),
      frozen_at: optional(instant()),
      ticket_count: defaultsTo(integer(), 0),
      list_hash: defaultsTo(identifier(64), ''),
      first_outcome: defaultsTo(text(100), ''),
      first_by_id: optional(integer()),
      first_by: defaultsTo(text(100), ''),
      first_at: optional(instant()),
      outcome: defaultsTo(text(100), ''),
      second_by: defaultsTo(text(100), ''),
      drawn_at: optional(instant()),
    },
    { unique: [['activity_id'], ['code']] },
  );
  await createTable(
    q,
    'draw_tickets',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      registration_id: ownedBy('activity_registrations'),
      group_id: integer(),
      ticket: identifier(12),
      /** Stands on the list that was frozen. */
      is_listed: defaultsTo(flag(), 0),
      /** From 1, in the order that was drawn. */
      position: optional(integer()),
      result: optional(identifier(10)),
    },
    { unique: [['activity_id', 'ticket'], ['registration_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'draw_tickets');
  await dropTable(q, 'activity_draws');
  await dropColumn(q, 'activities', 'draw_at');
  await dropColumn(q, 'activities', 'draw_source');
}
