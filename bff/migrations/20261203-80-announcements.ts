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
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 通知公告: what is announced, who confirmed it, and how far each account that reads has read. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'announcements',
    {
      id: id(),
      title: text(160),
      category: identifier(20),
      body: longText(),
      /** The same without its marks, as it is searched. */
      body_text: longText(),
      audience: identifier(10),
      eligibility: optional(json()),
      state: identifier(10),
      /** When it appears, or did; null: nobody has said. */
      published_at: optional(instant()),
      pinned_until: optional(instant()),
      valid_until: optional(instant()),
      must_confirm: flag(),
      /** How often it was asked to be confirmed anew: a confirmation is of one of them. */
      round: integer(),
      /** Since when it is unread: published, or changed so that it is to be read again. */
      asked_at: optional(instant()),
      reminded_at: optional(instant()),
      /** After it had appeared; null: not. */
      changed_at: optional(instant()),
      updated_at: instant(),
      created_by: text(100),
      published_by: text(100),
      version: integer(),
    },
    { indexes: [['state', 'published_at', 'id']] },
  );
  await createTable(
    q,
    'announcement_confirmations',
    {
      id: id(),
      announcement_id: ownedBy('announcements'),
      round: integer(),
      member_kind: identifier(10),
      member_id: integer(),
      account_id: integer(),
      confirmed_at: instant(),
    },
    { unique: [['announcement_id', 'round', 'member_kind', 'member_id']], indexes: [['member_kind', 'member_id']] },
  );
  await createTable(
    q,
    'announcement_marks',
    {
      id: id(),
      account_id: integer(),
      /** Whatever appeared until then is read. */
      seen_at: instant(),
      /** What was opened of what appeared later: id → when. */
      opened: json(),
    },
    { unique: [['account_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['announcement_marks', 'announcement_confirmations', 'announcements']) await dropTable(q, table);
}
