import type { QueryInterface } from 'sequelize';
import { flag, id, identifier, instant, integer, json, optional, ownedBy, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 证件照片: what was uploaded, what was cut out of it, and how it was verified. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'photo_uploads',
    {
      id: id(),
      token: identifier(40),
      lawyer_id: ownedBy('lawyers'),
      account_id: integer(),
      storage_key: identifier(100),
      /** The key of its file, encrypted; what has lost it is lost. */
      key_sealed: identifier(200),
      /** Pixels, as it stands upright. */
      width: integer(),
      height: integer(),
      created_at: instant(),
    },
    { unique: [['token']], indexes: [['lawyer_id'], ['created_at']] },
  );
  await createTable(
    q,
    'profile_photos',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      state: identifier(10),
      /** `current:12` and the like: a lawyer has one of each; null: as many as there were. */
      slot: optional(identifier(40)),
      way: optional(identifier(10)),
      storage_key: identifier(100),
      thumbnail_key: identifier(100),
      key_sealed: identifier(200),
      /** SHA-256 of the portrait. */
      hash: identifier(64),
      figures: json(),
      findings: json(),
      is_insisted_on: flag(),
      created_at: instant(),
      referred_at: optional(instant()),
      decided_at: optional(instant()),
      decided_by: text(100),
      compared_with: optional(identifier(20)),
      opinion: text(200),
      activated_at: optional(instant()),
      replaced_at: optional(instant()),
      /** Its files are gone. */
      removed_at: optional(instant()),
      version: integer(),
    },
    {
      unique: [['slot']],
      indexes: [
        ['lawyer_id', 'id'],
        ['state', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'photo_checks',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      /** A draft may be gone. */
      photo_id: integer(),
      /** Evidence, removed after a time: of which picture, of which name and number, and the provider's number. */
      photo_hash: optional(identifier(64)),
      subject_hash: optional(identifier(64)),
      transaction_no: optional(identifier(100)),
      consent_id: optional(integer()),
      /** null: asked, and no answer came back to us. */
      result: optional(identifier(20)),
      provider: text(60),
      asked_at: instant(),
    },
    {
      indexes: [
        ['lawyer_id', 'asked_at'],
        ['asked_at', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'separate_consents',
    {
      id: id(),
      account_id: integer(),
      /** What is agreed to: `face-check` and the like. */
      kind: identifier(20),
      edition: identifier(20),
      device: text(60),
      agreed_at: instant(),
      withdrawn_at: optional(instant()),
    },
    { indexes: [['account_id', 'kind', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['separate_consents', 'photo_checks', 'profile_photos', 'photo_uploads'])
    await dropTable(q, table);
}
