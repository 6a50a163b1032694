import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, json, optional, plainDate, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Days on which the office is not open as their weekday says, and the years of which holidays are known. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'office_days',
    {
      id: id(),
      on_date: plainDate(),
      /** The year whose list names it; null: none does. New Year's holidays may begin in the year before. */
      list_year: optional(integer()),
      /** state: the State Council's list; office: entered by the office itself, which counts before it. */
      layer: identifier(10),
      /** off, on or own. */
      kind: identifier(10),
      /** Of `own`: [{ from, to }]. */
      periods: json(),
      /** The holiday, or why the office does so. */
      reason: text(100),
      /** package, notice or office. */
      origin: identifier(10),
      set_by_name: text(100),
      set_at: instant(),
    },
    { unique: [['on_date', 'layer']] },
  );
  await createTable(
    q,
    'office_years',
    {
      id: id(),
      year: integer(),
      /** package or notice. */
      origin: identifier(10),
      /** Fingerprint of its days, by which a package with other ones is noticed. */
      fingerprint: identifier(64),
      known_at: instant(),
    },
    { unique: [['year']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'office_years');
  await dropTable(q, 'office_days');
}
