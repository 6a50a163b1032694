import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, longText, optional, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 文本块 of the desk. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(q, 'ticket_text_blocks', {
    id: id(),
    title: text(60),
    body: longText(),
    /** working, asked, solved; null: whoever answers chooses. */
    next: optional(identifier(10)),
    version: integer(),
    updated_at: instant(),
    updated_by: text(100),
  });
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'ticket_text_blocks');
}
