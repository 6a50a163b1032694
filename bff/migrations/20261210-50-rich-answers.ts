import type { QueryInterface } from 'sequelize';
import { longText, optional } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** Answers of 常见问题 are rich text; those written before are their words, as they were. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'faq_entries', 'answer_html', optional(longText()));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'faq_entries', 'answer_html');
}
