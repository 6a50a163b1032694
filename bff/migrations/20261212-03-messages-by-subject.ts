import type { QueryInterface } from 'sequelize';
import { addIndex, dropKey } from '../platform/db/ddl.ts';

const COLUMNS = ['subject_kind', 'subject_id'];

/** What waits about something is found where it has been overtaken. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'messages', COLUMNS);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropKey(q, 'ix', 'messages', COLUMNS);
}
