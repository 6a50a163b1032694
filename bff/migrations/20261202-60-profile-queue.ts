import type { QueryInterface } from 'sequelize';
import { identifier, integer, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

/** What the queue of 信息审核 is sorted out by: written beside a profile when it is submitted, because rows hold forms as JSON. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'profiles', 'doubts', { ...integer(), default: 0 });
  // Keys of sections, each between commas: ',education,work,'.
  await addColumn(q, 'profiles', 'changed_sections', { ...identifier(200), default: '' });
  await addColumn(q, 'profiles', 'region', optional(identifier(6)));
  await addIndex(q, 'profiles', ['state', 'region']);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'profiles', ['state', 'region']);
  for (const column of ['region', 'changed_sections', 'doubts']) await dropColumn(q, 'profiles', column);
}
