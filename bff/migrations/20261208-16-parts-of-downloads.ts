import type { QueryInterface } from 'sequelize';
import { defaultsTo, identifier } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** 下载我的信息: identity documents are asked for apart, a day after the rest. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'data_downloads', 'parts', defaultsTo(identifier(10), 'usual'));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'data_downloads', 'parts');
}
