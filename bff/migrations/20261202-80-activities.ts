import type { QueryInterface } from 'sequelize';
import {
  flag,
  id,
  identifier,
  instant,
  integer,
  json,
  longText,
  optional,
  ownedBy,
  reference,
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 活动: what is offered, its groups with their seats, who signed up, and what was changed after publishing. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'activities',
    {
      id: id(),
      title: text(60),
      kind: identifier(20),
      state: identifier(10),
      organiser: text(100),
      speakers: text(100),
      details: longText(),
      notice: text(1000),
      contact: text(100),
      is_online: flag(),
      place: text(100),
      address: text(100),
      opens_at: instant(),
      closes_at: instant(),
      cancel_until: instant(),
      leave_until: instant(),
      begins_at: instant(),
      ends_at: instant(),
      cancel_hours: integer(),
      leave_hours: integer(),
      advance_leave: flag(),
      capacity: integer(),
      /** Seats of registrations and of offers, counted up and down with them. */
      taken: integer(),
      waiting: identifier(10),
      offers_stop_hours: integer(),
      visibility: identifier(10),
      eligibility: optional(json()),
      form: json(),
      hours_tenths: integer(),
      created_by_id: integer(),
      created_by: text(100),
      submitted_by_id: optional(integer()),
      published_by: text(100),
      published_at: optional(instant()),
      opinion: text(200),
      cancel_reason: text(200),
      version: integer(),
    },
    {
      indexes: [
        ['state', 'closes_at'],
        ['state', 'begins_at'],
        ['begins_at', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'activity_groups',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      name: text(20),
      capacity: integer(),
      taken: integer(),
      eligibility: optional(json()),
    },
    { indexes: [['activity_id', 'id']] },
  );
  await createTable(
    q,
    'activity_registrations',
    {
      id: id(),
      activity_id: reference('activities'),
      group_id: reference('activity_groups'),
      lawyer_id: reference('lawyers'),
      /** Where he practised when he signed up. */
      firm_id: optional(integer()),
      account_id: integer(),
      state: identifier(12),
      /** `activity:lawyer` while it lives, so that there is one; null: it is over. */
      live_key: optional(identifier(40)),
      /** As they were shown when he signed up, or later ones: never earlier. */
      cancel_until: instant(),
      leave_until: instant(),
      answers: json(),
      signed_at: instant(),
      offer_until: optional(instant()),
      leave_reason: optional(identifier(20)),
      reason: text(300),
      ended_at: optional(instant()),
      idempotency_key: identifier(64),
      content_hash: identifier(64),
    },
    {
      unique: [['live_key'], ['account_id', 'idempotency_key']],
      indexes: [
        ['activity_id', 'state', 'id'],
        ['activity_id', 'id'],
        ['lawyer_id', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'activity_changes',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      at: instant(),
      by_name: text(100),
      field: text(40),
      before_words: text(300),
      after_words: text(300),
    },
    { indexes: [['activity_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['activity_changes', 'activity_registrations', 'activity_groups', 'activities'])
    await dropTable(q, table);
}
