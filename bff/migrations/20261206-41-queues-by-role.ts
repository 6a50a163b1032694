import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

/**
 * A role's tickets in one state, by when they are due where they are open, the latest first where they are over; and those
 * of one person, or nobody's, which are counted in the index alone.
 */
const INDEXES = [
  ['assignee_id', 'is_open', 'role', 'queue_due_at', 'id'],
  ['role', 'state', 'queue_due_at', 'id'],
  ['role', 'state', 'id'],
];

export async function up(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await addIndex(q, 'tickets', columns);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await dropIndex(q, 'tickets', columns);
}
