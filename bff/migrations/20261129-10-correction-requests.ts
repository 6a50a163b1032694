import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 信息有误: what members say is wrong in the registry, until staff adopt or refuse it. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'correction_requests',
    {
      id: id(),
      /** Whose entry is said to be wrong. */
      subject_kind: identifier(10),
      subject_id: integer(),
      /** Key of CORRECTION_FIELDS. */
      field: identifier(30),
      /** As registered when it was asked for; never changed afterwards. */
      present: text(500),
      wanted: text(500),
      reason: text(500),
      /** Who asks: the subject, or the firm of a lawyer. */
      asker_kind: identifier(10),
      asker_id: integer(),
      asker_name: text(100),
      account_id: integer(),
      idempotency_key: identifier(64),
      content_hash: identifier(64),
      /** open, adopted, refused or withdrawn. */
      state: identifier(10),
      /** What it is about and who asks, while it is open: nobody asks twice for the same. */
      open_key: optional(identifier(100)),
      requested_at: instant(),
      opinion: text(500),
      ended_by_name: text(100),
      ended_at: optional(instant()),
      version: integer(),
    },
    {
      unique: [['account_id', 'idempotency_key'], ['open_key']],
      indexes: [
        ['state', 'id'],
        ['subject_kind', 'subject_id', 'state'],
        ['asker_kind', 'asker_id', 'id'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'correction_requests');
}
