import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, json, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 信息补全: a lawyer's profile, its working copy by section, what was submitted, and what was decided about it. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'profiles',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      state: identifier(12),
      version: integer(),
      /** Hash of 基本信息 as it was confirmed; null: not, or no longer. */
      confirmed_hash: optional(identifier(64)),
      confirmed_at: optional(instant()),
      /** The latest that was submitted, and the latest that was approved. */
      snapshot_id: optional(integer()),
      approved_snapshot_id: optional(integer()),
      submitted_at: optional(instant()),
      decided_at: optional(instant()),
      /** Why staff opened it again; '' where they did not. */
      reopened_reason: text(200),
      changed_at: instant(),
    },
    { unique: [['lawyer_id']], indexes: [['state', 'submitted_at', 'id']] },
  );
  await createTable(
    q,
    'profile_sections',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      section: identifier(20),
      /** Rows without what is sensitive (P3, P4); that stands encrypted beside them. */
      data: json(),
      sealed_data: optional(json()),
      said_none: flag(),
      schema_version: integer(),
      version: integer(),
      /** Whether it may be changed: falls in the transaction that submits. */
      is_open: flag(),
      changed_at: instant(),
    },
    { unique: [['lawyer_id', 'section']] },
  );
  await createTable(
    q,
    'profile_snapshots',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      number: integer(),
      kind: identifier(12),
      content: json(),
      sealed_content: optional(json()),
      /** SHA-256 of both as they were submitted. */
      hash: identifier(64),
      idempotency_key: identifier(64),
      /** withdrawn, approved, rejected; null: waits. */
      outcome: optional(identifier(12)),
      created_at: instant(),
    },
    {
      unique: [
        ['lawyer_id', 'number'],
        ['lawyer_id', 'idempotency_key'],
      ],
    },
  );
  await createTable(
    q,
    'profile_decisions',
    {
      id: id(),
      snapshot_id: ownedBy('profile_snapshots'),
      section: identifier(20),
      verdict: identifier(8),
      opinion: text(200),
      by_id: optional(integer()),
      by_name: text(100),
      at: instant(),
    },
    { unique: [['snapshot_id', 'section']] },
  );
  /** Who of the staff opened what is sensitive, when and why; the member reads it. */
  await createTable(
    q,
    'profile_views',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      section: identifier(20),
      reason: text(200),
      by_id: integer(),
      by_name: text(100),
      at: instant(),
    },
    { indexes: [['lawyer_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  const tables = ['profile_views', 'profile_decisions', 'profile_snapshots', 'profile_sections', 'profiles'];
  for (const table of tables) await dropTable(q, table);
}
