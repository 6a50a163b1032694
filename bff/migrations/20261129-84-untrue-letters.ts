import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, json, optional, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Facts that changed after letters had been issued on them, and what became of each letter. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'fact_changes',
    {
      id: id(),
      subject_kind: identifier(10),
      subject_id: integer(),
      /** As it was called then. */
      subject_name: text(100),
      /** What changed, in words. */
      words: text(500),
      /** The event itself: what is still to be looked at, is judged by it. */
      payload: json(),
      changed_by: text(100),
      changed_at: instant(),
      /** Certificates below this id are still to be looked at; null: none any more. */
      until_certificate_id: optional(integer()),
    },
    { indexes: [['subject_kind', 'subject_id', 'id']] },
  );
  await createTable(
    q,
    'certificate_matters',
    {
      id: id(),
      change_id: reference('fact_changes'),
      certificate_id: reference('certificates'),
      /** The letter was untrue on the day it was issued: strangers are told that it is looked at again. */
      is_public: flag(),
      /** Key of MATTER_STATES. */
      state: identifier(10),
      reason: text(300),
      settled_by: text(100),
      settled_at: optional(instant()),
    },
    {
      unique: [['change_id', 'certificate_id']],
      indexes: [
        ['certificate_id', 'state'],
        ['state', 'id'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'certificate_matters');
  await dropTable(q, 'fact_changes');
}
