import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 联系客服: talks with their numbered messages, notes of the desk, who sits at it, and who is paused. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'chats',
    {
      id: id(),
      member_kind: identifier(10),
      member_id: integer(),
      member_name: text(200),
      account_id: integer(),
      subject: text(160),
      state: identifier(10),
      /** The number that was given out last. */
      last_seq: integer(),
      /** By which it stands in the queue; earlier for what comes back to it. */
      queued_at: instant(),
      assignee_id: optional(integer()),
      assignee_name: text(100),
      offered_to: optional(integer()),
      offered_name: text(100),
      offer_word: text(400),
      member_read: integer(),
      staff_read: integer(),
      last_by: identifier(10),
      opened_at: instant(),
      last_at: instant(),
      /** When somebody was there first; null: nobody. */
      taken_at: optional(instant()),
      closed_at: optional(instant()),
      /** When the member's page was last seen open. */
      member_seen_at: instant(),
      /** When the silence was asked about; null: not since somebody spoke. */
      asked_at: optional(instant()),
      /** When the member, away, was told of an answer; null: not since the last look. */
      told_at: optional(instant()),
      ticket_id: optional(integer()),
      ticket_number: identifier(20),
    },
    {
      indexes: [
        ['state', 'queued_at', 'id'],
        ['member_kind', 'member_id', 'opened_at'],
        ['assignee_id', 'state'],
        ['closed_at', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'chat_messages',
    {
      id: id(),
      chat_id: ownedBy('chats'),
      seq: integer(),
      at: instant(),
      kind: identifier(10),
      by_kind: identifier(10),
      by_id: integer(),
      by_name: text(200),
      client_id: optional(identifier(40)),
      body: text(8_000),
      event: optional(identifier(20)),
      about: optional(integer()),
    },
    {
      unique: [
        ['chat_id', 'seq'],
        ['chat_id', 'by_id', 'client_id'],
      ],
    },
  );
  await createTable(
    q,
    'chat_notes',
    {
      id: id(),
      chat_id: ownedBy('chats'),
      at: instant(),
      by_id: integer(),
      by_name: text(100),
      body: text(8_000),
    },
    { indexes: [['chat_id', 'id']] },
  );
  await createTable(
    q,
    'chat_desks',
    { id: id(), account_id: integer(), seen_at: instant() },
    { unique: [['account_id']] },
  );
  await createTable(
    q,
    'chat_pauses',
    {
      id: id(),
      member_kind: identifier(10),
      member_id: integer(),
      until_at: instant(),
      reason: text(400),
      by_name: text(100),
    },
    { indexes: [['member_kind', 'member_id', 'until_at']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['chat_pauses', 'chat_desks', 'chat_notes', 'chat_messages', 'chats']) await dropTable(q, table);
}
