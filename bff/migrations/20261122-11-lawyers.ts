import type { QueryInterface } from 'sequelize';
import {
  defaultsTo,
  id,
  identifier,
  instant,
  integer,
  optional,
  ownedBy,
  plainDate,
  reference,
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Lawyers and the firms they practised in, period by period. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'lawyers',
    {
      id: id(),
      name: text(50),
      /** The name as it is searched and ordered by: half-width, lower case, no blanks; alike on both engines. */
      name_key: identifier(50),
      latin_name: text(80),
      sex: identifier(10),
      licence_no: identifier(20),
      identity_kind: identifier(20),
      /** AES-GCM; in the clear only for a reasoned, audited look and for the first sign-in. */
      identity_sealed: identifier(255),
      /** HMAC of the number: finds it, and keeps it from being registered twice. */
      identity_index: identifier(64),
      identity_matched_on: optional(plainDate()),
      category: identifier(20),
      status: identifier(20),
      firm_id: optional(reference('firms')),
      joined_on: plainDate(),
      first_practised_on: plainDate(),
      phone: identifier(30),
      email: identifier(254),
      pending_change: defaultsTo(text(100), ''),
      version: integer(),
      created_at: instant(),
      updated_at: instant(),
    },
    {
      unique: [['licence_no'], ['identity_index']],
      indexes: [
        ['firm_id', 'name_key', 'id'], // a firm's own list
        ['firm_id', 'status', 'category'], // how many practise in a firm, its roster
        ['status', 'id'],
        ['category', 'id'],
        ['status', 'category', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'lawyer_firm_periods',
    {
      id: id(),
      lawyer_id: ownedBy('lawyers'),
      /** null: a firm of another association, known by name only. */
      firm_id: optional(reference('firms')),
      outside_firm_name: defaultsTo(text(100), ''),
      from_on: plainDate(),
      /** The last day; null: still there. */
      until_on: optional(plainDate()),
    },
    { unique: [['lawyer_id', 'from_on']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'lawyer_firm_periods');
  await dropTable(q, 'lawyers');
}
