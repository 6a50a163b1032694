import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

/** One for each filter of the queue: what few tickets have is found without reading those that do not have it. */
const INDEXES = [
  ['assignee_id', 'is_open', 'queue_due_at', 'id'],
  ['assignee_id', 'state', 'id'],
  ['state', 'queue_due_at', 'id'],
  ['category', 'is_open', 'queue_due_at', 'id'],
  ['category', 'state', 'id'],
];

export async function up(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await addIndex(q, 'tickets', columns);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await dropIndex(q, 'tickets', columns);
}
