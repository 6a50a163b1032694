import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, plainDate, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 行业处分, of a firm or of a lawyer: exactly one of both ids is set. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'discipline_records',
    {
      id: id(),
      firm_id: optional(reference('firms')),
      lawyer_id: optional(reference('lawyers')),
      kind: identifier(30),
      state: identifier(20),
      document_no: text(60),
      decided_on: optional(plainDate()),
      effective_from_on: optional(plainDate()),
      /** The last day of its effect; null: without end. */
      effective_until_on: optional(plainDate()),
      remark: text(200),
      version: integer(),
      created_at: instant(),
      updated_at: instant(),
    },
    {
      indexes: [
        ['firm_id', 'id'],
        ['lawyer_id', 'id'],
        ['state', 'id'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'discipline_records');
}
