import type { QueryInterface } from 'sequelize';
import {
  defaultsTo,
  id,
  identifier,
  instant,
  integer,
  optional,
  ownedBy,
  plainDate,
  text,
} from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** Kind of activity → kind of the hours that it gave, as of this release; others gave 其他. */
const KINDS = { training: 'business', forum: 'business', ethics: 'ethics' } as const;
const WRITTEN = 'SELECT hours_record_id FROM activity_registrations WHERE hours_record_id IS NOT NULL';

/** 校外学时: what lawyers claim and staff decide; and of all hours what they are about, and where they come from. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'activity_hours', 'kind', defaultsTo(identifier(20), 'other'));
  await addColumn(q, 'activity_hours', 'source', defaultsTo(identifier(20), 'office'));
  // What was written by an activity says so, and is of its kind; who runs this again changes nothing.
  await q.sequelize.query(`UPDATE activity_hours SET source = 'activity' WHERE id IN (${WRITTEN})`);
  for (const [activity, kind] of Object.entries(KINDS)) {
    await q.sequelize.query(
      `UPDATE activity_hours SET kind = ? WHERE kind = 'other' AND id IN
        (SELECT r.hours_record_id FROM activity_registrations r JOIN activities a ON a.id = r.activity_id
         WHERE r.hours_record_id IS NOT NULL AND a.kind = ?)`,
      { replacements: [kind, activity] },
    );
  }
  await createTable(
    q,
    'hours_claims',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      account_id: integer(),
      state: identifier(12),
      title: text(100),
      organiser: text(60),
      begins_on: plainDate(),
      ends_on: plainDate(),
      kind: identifier(20),
      mode: identifier(10),
      /** Tenths of an hour, as claimed and as accepted. */
      tenths: integer(),
      accepted_tenths: optional(integer()),
      note: text(300),
      opinion: text(200),
      submitted_at: instant(),
      decided_at: optional(instant()),
      decided_by_id: optional(integer()),
      decided_by: text(100),
      /** The record of hours that was written when it was accepted. */
      hours_record_id: optional(integer()),
      /** By which the same course is claimed once; null once it was refused or withdrawn. */
      live_key: optional(identifier(64)),
      idempotency_key: identifier(64),
      content_hash: identifier(64),
      created_at: instant(),
      version: integer(),
    },
    {
      unique: [['live_key'], ['account_id', 'idempotency_key']],
      indexes: [
        ['lawyer_id', 'id'],
        ['state', 'submitted_at', 'id'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'hours_claims');
  await dropColumn(q, 'activity_hours', 'source');
  await dropColumn(q, 'activity_hours', 'kind');
}
