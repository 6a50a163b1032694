import type { QueryInterface } from 'sequelize';
import { identifier, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Which budget of the texts that the provider lets one number have a text uses up; null of mails and of older texts. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'messages', 'text_budget', optional(identifier(10)));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'messages', 'text_budget');
}
