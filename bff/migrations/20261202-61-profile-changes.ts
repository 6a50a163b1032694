import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, json, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 信息变更: what a lawyer wants changed in one section of an approved profile, and every change that took effect. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'profile_changes',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      section: identifier(20),
      state: identifier(12),
      /** 'open' while it waits: at most one such row of a lawyer and section; null afterwards. */
      open_mark: optional(identifier(4)),
      version: integer(),
      /** The section as it was approved when the change was asked for, and as it is wanted; P3 and P4 encrypted beside. */
      base: json(),
      sealed_base: optional(json()),
      wanted: json(),
      sealed_wanted: optional(json()),
      said_none: flag(),
      doubts: integer(),
      created_at: instant(),
      changed_at: instant(),
      /** When a reviewer first looked at it: it is not amended afterwards. */
      opened_at: optional(instant()),
      decided_at: optional(instant()),
      opinion: text(200),
      decided_by_id: optional(integer()),
      decided_by_name: text(100),
    },
    { unique: [['lawyer_id', 'section', 'open_mark']], indexes: [['state', 'id']] },
  );
  await createTable(
    q,
    'profile_history',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      section: identifier(20),
      /** What was in force before, and what since. */
      before_snapshot_id: ownedBy('profile_snapshots'),
      after_snapshot_id: ownedBy('profile_snapshots'),
      /** member: at once; change: by a 变更单. */
      by_what: identifier(8),
      change_id: optional(integer()),
      by_id: integer(),
      by_name: text(100),
      at: instant(),
    },
    { indexes: [['lawyer_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['profile_history', 'profile_changes']) await dropTable(q, table);
}
