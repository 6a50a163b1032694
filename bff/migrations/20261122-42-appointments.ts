import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, plainDate, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** What lawyers do for the association: offices they hold (律协任职) and activities they took part in (学时). */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'appointments',
    {
      id: id(),
      lawyer_id: reference('lawyers'),
      /** 理事会, a committee, a working group. */
      body: text(60),
      position: text(40),
      from_on: plainDate(),
      /** The last day; null: still in office. */
      until_on: optional(plainDate()),
      remark: text(200),
      version: integer(),
      created_at: instant(),
      updated_at: instant(),
    },
    { indexes: [['lawyer_id', 'from_on']] },
  );
  await createTable(
    q,
    'activity_hours',
    {
      id: id(),
      lawyer_id: reference('lawyers'),
      title: text(100),
      held_on: plainDate(),
      /** Tenths of an hour: the smallest step is half an hour, and neither engine adds fractions exactly alike. */
      tenths: integer(),
      state: identifier(20),
      remark: text(200),
      version: integer(),
      created_at: instant(),
      updated_at: instant(),
    },
    { indexes: [['lawyer_id', 'held_on']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'activity_hours');
  await dropTable(q, 'appointments');
}
