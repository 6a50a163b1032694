import type { QueryInterface } from 'sequelize';
import { identifier, instant, optional, text } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const INDEXES = [
  ['rating', 'rated_at', 'id'],
  ['rated_at', 'id'],
];

/** How a talk has ended, by which a member is asked for a rating or not, and what was said then; it goes with the talk. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'chats', 'ended_by', optional(identifier(20)));
  await addColumn(q, 'chats', 'rating', optional(identifier(10)));
  await addColumn(q, 'chats', 'rating_words', optional(text(400)));
  await addColumn(q, 'chats', 'rated_at', optional(instant()));
  for (const columns of INDEXES) await addIndex(q, 'chats', columns);
}

export async function down(q: QueryInterface): Promise<void> {
  for (const columns of INDEXES) await dropIndex(q, 'chats', columns);
  for (const column of ['rated_at', 'rating_words', 'rating', 'ended_by']) await dropColumn(q, 'chats', column);
}
