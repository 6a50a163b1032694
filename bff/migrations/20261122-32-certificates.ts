import type { QueryInterface } from 'sequelize';
import {
  flag,
  id,
  identifier,
  instant,
  integer,
  json,
  optional,
  plainDate,
  reference,
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Decided certificates: what they say (frozen when decided), the file once it is made, and how they stand. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'certificates',
    {
      id: id(),
      application_id: reference('applications'),
      wording_id: reference('certificate_wordings'),
      number: identifier(24),
      /** 128 random bits: the link of the QR code. */
      token: identifier(32),
      /** 核验码, typed together with the number. */
      code: identifier(24),
      /** What the letter says, frozen in the transaction that decided. */
      letter: json(),
      decided_at: instant(),
      issue_state: identifier(10),
      issued_at: optional(instant()),
      storage_key: optional(identifier(120)),
      sha256: optional(identifier(64)),
      pages: optional(integer()),
      /** Subject of the certificate that signed the file. */
      signer: text(200),
      is_test: flag(),
      standing: identifier(10),
      standing_at: optional(instant()),
      standing_reason: text(300),
      expires_on: optional(plainDate()),
    },
    {
      unique: [['application_id'], ['number'], ['token'], ['sha256']],
      indexes: [['issue_state', 'decided_at'], ['issued_at']],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'certificates');
}
