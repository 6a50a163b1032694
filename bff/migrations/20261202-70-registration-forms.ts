import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, json, ownedBy, reference } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 《律师基本信息登记表》 as it was issued: one file for each copy of what was approved. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'registration_forms',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      snapshot_id: reference('profile_snapshots'),
      /** usual, family, identity, both. */
      copy: identifier(20),
      number: identifier(24),
      token: identifier(40),
      code: identifier(16),
      /** What strangers are told of it, canonical; its hash stands in the log and its text in the signed file. */
      record: json(),
      /** SHA-256 of the file as it was signed. */
      sha256: identifier(64),
      storage_key: identifier(100),
      key_sealed: identifier(200),
      issued_at: instant(),
    },
    { unique: [['snapshot_id', 'copy'], ['number'], ['token']], indexes: [['lawyer_id', 'id'], ['sha256']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'registration_forms');
}
