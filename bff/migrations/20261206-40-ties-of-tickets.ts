import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier, integer, optional, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** What a ticket is about besides its words: the object as the member named it, what staff open, and what it was called. */
const COLUMNS = {
  tied_kind: optional(identifier(20)),
  tied_key: optional(identifier(20)),
  tied_id: optional(integer()),
  tied_name: defaultsTo(text(200), ''),
};

export async function up(q: QueryInterface): Promise<void> {
  for (const [name, column] of Object.entries(COLUMNS)) await addColumn(q, 'tickets', name, column);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const name of Object.keys(COLUMNS)) await dropColumn(q, 'tickets', name);
}
