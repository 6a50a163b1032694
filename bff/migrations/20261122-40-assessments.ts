import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, plainDate, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 年度考核 of a firm or of a lawyer, one a year: exactly one of both ids is set. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'assessments',
    {
      id: id(),
      firm_id: optional(reference('firms')),
      lawyer_id: optional(reference('lawyers')),
      year: integer(),
      state: identifier(20),
      /** null: none yet. */
      result: optional(identifier(30)),
      /** The day the result was filed. */
      filed_on: optional(plainDate()),
      remark: text(200),
      version: integer(),
      created_at: instant(),
      updated_at: instant(),
    },
    {
      unique: [
        ['firm_id', 'year'],
        ['lawyer_id', 'year'],
      ],
      indexes: [
        ['year', 'id'],
        ['state', 'id'],
        ['year', 'state', 'id'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'assessments');
}
