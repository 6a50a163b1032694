import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

/** The few accounts whose firm asks for a code, among all that nobody has opened: the menu counts them. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'accounts', ['activation_requested_at']);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'accounts', ['activation_requested_at']);
}
