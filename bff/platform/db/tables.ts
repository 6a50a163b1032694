import { z } from 'zod';
import { Transaction } from 'sequelize';
import { database, select } from './database.ts';
import type { Condition } from './keyset.ts';

/** A table with the columns of a unique key, by which its rows have one order on every engine. */
export interface Table {
  name: string;
  key: string[];
}
/** Whatever a table has. */
const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Row = z.infer<typeof row>;

/** Rows read at a time. */
const BATCH = 200;

const nameRow = z.strictObject({ name: z.string() });

/** Every table of the system in the order of their names. */
export async function tablesOf(t: Transaction): Promise<Table[]> {
  const names = await select(
    nameRow,
    database.dialect === 'mysql'
      ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name'
      : `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    [],
    t,
  );
  const tables: Table[] = [];
  for (const { name } of names) tables.push({ name, key: await keyOf(name, t) });
  return tables;
}

/** The id where there is one; otherwise the columns of the table's one unique key. */
async function keyOf(table: string, t: Transaction): Promise<string[]> {
  const columns =
    database.dialect === 'mysql'
      ? await select(
          nameRow,
          `SELECT column_name AS name FROM information_schema.statistics
           WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = 0
             AND (index_name = 'PRIMARY' OR NOT EXISTS (
               SELECT 1 FROM information_schema.table_constraints c WHERE c.table_schema = DATABASE()
                 AND c.table_name = ? AND c.constraint_type = 'PRIMARY KEY'))
           ORDER BY index_name, seq_in_index`,
          [table, table],
          t,
        )
      : await select(
          nameRow,
          `SELECT c.name FROM pragma_table_info(?) c WHERE c.pk > 0
           UNION ALL
           SELECT x.name FROM pragma_index_list(?) i JOIN pragma_index_info(i.name) x
           WHERE i."unique" = 1 AND NOT EXISTS (SELECT 1 FROM pragma_table_info(?) c WHERE c.pk > 0)`,
          [table, table, table],
          t,
        );
  if (columns.length === 0) throw new Error(`the table ${table} has no unique key`);
  return columns.map(({ name }) => name);
}

/** The rows of a table in the order of its key, some at a time; columns by name, in the order of their names. */
export async function* rowsOf({ name, key }: Table, t: Transaction): AsyncGenerator<Row[]> {
  const order = key.join(', ');
  let after: Condition = { sql: '', values: [] };
  for (;;) {
    const rows = await select(
      row,
      `SELECT * FROM ${name}${after.sql} ORDER BY ${order} LIMIT ?`,
      [...after.values, BATCH],
      t,
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) =>
      Object.fromEntries(
        Object.keys(row)
          .sort()
          .map((column) => [column, row[column] ?? null]),
      ),
    );
    if (rows.length < BATCH) return;
    const position = behind(
      key,
      key.map((column) => last[column] ?? null),
    );
    after = { sql: ` WHERE ${position.sql}`, values: position.values };
  }
}

// Spelled out, because MySQL reads the whole index for the tuple form.
function behind([column = '', ...others]: string[], [value = null, ...rest]: (string | number | null)[]): Condition {
  if (others.length === 0) return { sql: `${column} > ?`, values: [value] };
  const further = behind(others, rest);
  return {
    sql: `${column} >= ? AND (${column} > ? OR (${further.sql}))`,
    values: [value, value, ...further.values],
  };
}

/** Writes rows as they were read; all of one table. */
export async function insertRows(table: string, rows: Row[], t: Transaction): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const places = `(${columns.map(() => '?').join(', ')})`;
  await database.sequelize.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => places).join(', ')}`,
    { replacements: rows.flatMap((row) => columns.map((column) => row[column] ?? null)), transaction: t },
  );
}

/** One snapshot of the whole database to read from; writers go on meanwhile. */
export function snapshot<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
  const options =
    database.dialect === 'mysql'
      ? { isolationLevel: Transaction.ISOLATION_LEVELS.REPEATABLE_READ }
      : { type: Transaction.TYPES.DEFERRED };
  return database.sequelize.transaction(options, work);
}

/** One transaction that fills tables in any order: references need not hold before its end. */
export function fill(work: (t: Transaction) => Promise<void>): Promise<void> {
  const { sequelize, dialect } = database;
  return sequelize.transaction(async (transaction) => {
    if (dialect === 'sqlite') {
      await sequelize.query('PRAGMA defer_foreign_keys = ON', { transaction });
      return work(transaction);
    }
    await sequelize.query('SET SESSION foreign_key_checks = 0', { transaction });
    try {
      await work(transaction);
    } finally {
      await sequelize.query('SET SESSION foreign_key_checks = 1', { transaction });
    }
  });
}
