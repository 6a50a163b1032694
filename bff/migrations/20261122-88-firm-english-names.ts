import type { QueryInterface } from 'sequelize';
import { defaultsTo, optional, plainDate, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** How a firm is called in English, and since when staff vouch for it: for letters in two languages. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'firms', 'english_name', defaultsTo(text(150), ''));
  await addColumn(q, 'firms', 'english_name_confirmed_on', optional(plainDate()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'firms', 'english_name_confirmed_on');
  await dropColumn(q, 'firms', 'english_name');
}
