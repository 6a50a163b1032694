import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, longText, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 工单: what members ask the association. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'tickets',
    {
      id: id(),
      number: identifier(24),
      /** Key of TICKET_CATEGORIES, and the role in whose queue it stands. */
      category: identifier(20),
      role: identifier(20),
      title: text(100),
      /** The member who asks, and its account. */
      asker_kind: identifier(10),
      asker_id: integer(),
      asker_name: text(100),
      account_id: integer(),
      idempotency_key: identifier(64),
      content_hash: identifier(64),
      state: identifier(10),
      /** Somebody has something to do: waiting, working, asked. */
      is_open: flag(),
      assignee_id: optional(integer()),
      assignee_name: text(100),
      opened_at: instant(),
      last_message_at: instant(),
      /** Stored at each transition, reckoned in open minutes; null: the clock does not run. */
      first_due_at: optional(instant()),
      done_due_at: optional(instant()),
      /** Open minutes that are left for solving while its clock stands. */
      done_left: optional(integer()),
      /** Holidays between now and then may not be known yet. */
      is_expected: flag(),
      /** The earlier of both, far in the future where none runs: the order of queues. */
      queue_due_at: instant(),
      solved_at: optional(instant()),
      version: integer(),
    },
    {
      unique: [['number'], ['account_id', 'idempotency_key']],
      indexes: [
        ['is_open', 'role', 'queue_due_at', 'id'],
        ['is_open', 'queue_due_at', 'id'],
        ['asker_kind', 'asker_id', 'id'],
        ['state', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'ticket_messages',
    {
      id: id(),
      ticket_id: ownedBy('tickets'),
      at: instant(),
      /** member or staff. */
      by_kind: identifier(10),
      by_id: integer(),
      by_name: text(100),
      body: longText(),
      /** Of members, who may tap twice; staff send what they saw. */
      idempotency_key: optional(identifier(64)),
    },
    { unique: [['ticket_id', 'idempotency_key']], indexes: [['ticket_id', 'id']] },
  );
  /** Apart from messages, so that no mistake of a query shows one to a member. */
  await createTable(
    q,
    'ticket_notes',
    {
      id: id(),
      ticket_id: ownedBy('tickets'),
      at: instant(),
      by_id: integer(),
      by_name: text(100),
      body: longText(),
    },
    { indexes: [['ticket_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['ticket_notes', 'ticket_messages', 'tickets']) await dropTable(q, table);
}
