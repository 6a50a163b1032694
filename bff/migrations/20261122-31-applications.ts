import type { QueryInterface } from 'sequelize';
import {
  id,
  identifier,
  instant,
  integer,
  json,
  longText,
  optional,
  ownedBy,
  plainDate,
  reference,
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** What members asked for, the lawyers named in it, and what happened to it. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'applications',
    {
      id: id(),
      /** 编号 YYMMDD + running number; written in the transaction that inserts the row. */
      number: optional(identifier(24)),
      type_id: reference('certificate_types'),
      applicant_kind: identifier(10),
      applicant_id: integer(),
      applicant_name: text(100),
      account_id: reference('accounts'),
      idempotency_key: identifier(64),
      /** SHA-256 of the content, so that a reused key with another content is noticed. */
      content_hash: identifier(64),
      email: text(254),
      since_on: optional(plainDate()),
      purpose: text(50),
      free_text: longText(),
      remark: text(100),
      paper: optional(json()),
      /** How it was reviewed: automatic, or manual because of its type or its doubts. */
      review_mode: identifier(10),
      state: identifier(12),
      outcome: optional(identifier(12)),
      opinion: text(300),
      findings: json(),
      doubts: integer(),
      submitted_at: instant(),
      decided_at: optional(instant()),
      decided_by: text(100),
    },
    {
      unique: [['number'], ['account_id', 'idempotency_key']],
      indexes: [
        ['applicant_kind', 'applicant_id', 'submitted_at', 'id'],
        ['state', 'submitted_at', 'id'],
        ['submitted_at', 'id'],
        ['applicant_name', 'submitted_at'],
      ],
    },
  );
  await createTable(
    q,
    'application_lawyers',
    { id: id(), application_id: ownedBy('applications'), lawyer_id: reference('lawyers'), position: integer() },
    { unique: [['application_id', 'lawyer_id']], indexes: [['lawyer_id']] },
  );
  await createTable(
    q,
    'application_events',
    {
      id: id(),
      application_id: ownedBy('applications'),
      event: identifier(20),
      at: instant(),
      /** member, staff or system. */
      by_kind: identifier(10),
      by_name: text(100),
      note: text(300),
    },
    { indexes: [['application_id', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'application_events');
  await dropTable(q, 'application_lawyers');
  await dropTable(q, 'applications');
}
