import type { QueryInterface } from 'sequelize';
import { addIndex, dropIndex } from '../platform/db/ddl.ts';

const COLUMNS = ['review_mode', 'submitted_at', 'id'];

/** 证明管理 by how it was reviewed: SQLite took the index of the statistics and sorted every row of it, for each page. */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'applications', COLUMNS);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'applications', COLUMNS);
}
