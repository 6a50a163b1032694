import type { QueryInterface } from 'sequelize';
import { defaultsTo, integer, longText, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropKey } from '../platform/db/ddl.ts';

const INDEXES = [
  ['state', 'id'],
  ['template', 'id'],
  ['recipient', 'id'],
];

/** What staff see of outgoing messages, and how they find them. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'messages', 'attempts', defaultsTo(integer(), 0));
  /** Values that only the recipient may read (a code), sealed; emptied once the message is sent or given up. */
  await addColumn(q, 'messages', 'secret', optional(longText()));
  for (const columns of INDEXES) await addIndex(q, 'messages', columns);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await dropKey(q, 'ix', 'messages', columns);
  await dropColumn(q, 'messages', 'secret');
  await dropColumn(q, 'messages', 'attempts');
}
