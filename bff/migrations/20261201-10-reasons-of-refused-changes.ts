import type { QueryInterface } from 'sequelize';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';
import { defaultsTo, text } from '../platform/db/columns.ts';

/** Why a second person did not agree to a change: who asked has to know what to mend. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'change_requests', 'reason', defaultsTo(text(200), ''));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'change_requests', 'reason');
}
