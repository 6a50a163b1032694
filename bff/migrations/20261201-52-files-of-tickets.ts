import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag, identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

const COLUMNS = {
  /** proof: a PDF or picture of a form; desk: what people send to be read, documents too. */
  intake: defaultsTo(identifier(10), 'proof'),
  /** Encrypted where it is stored. */
  is_encrypted: defaultsTo(flag(), 0),
  /** An identity document: openings are written down. */
  is_identity: defaultsTo(flag(), 0),
  /** unscanned, pending, clean, infected. */
  scan: defaultsTo(identifier(10), 'unscanned'),
  /** withdrawn, expired, infected; null: still there, or never bound. */
  removed_why: optional(identifier(10)),
};

/** Files of more kinds, checked for malware, and taken away again. */
export async function up(q: QueryInterface): Promise<void> {
  for (const [name, column] of Object.entries(COLUMNS)) await addColumn(q, 'uploads', name, column);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const name of Object.keys(COLUMNS)) await dropColumn(q, 'uploads', name);
}
