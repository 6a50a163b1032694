import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { database, select, transaction } from '../../../bff/platform/db/database.ts';

/** A value as SQL takes it; truth is 0 or 1, JSON is text. */
export type Value = string | number | null;

/** Characters of one INSERT: SQLite takes a million bytes, and most characters here are ASCII. */
const STATEMENT_LENGTH = 500_000;

/** Rows for one table that wait to be written. */
export interface Rows {
  readonly table: string;
  add(...values: Value[]): void;
  /** Takes the waiting rows away, as statements. */
  take(): string[];
}

/** Collects rows of `table`; `columns` in the order in which `add` is given their values. */
export function rowsFor(table: string, columns: string): Rows {
  const head = `INSERT INTO ${table} (${columns}) VALUES `;
  let full: string[] = [];
  let rows: string[] = [];
  let length = 0;
  const close = () => {
    if (rows.length > 0) full.push(head + rows.join(','));
    rows = [];
    length = 0;
  };
  return {
    table,
    add(...values) {
      const row = `(${values.map(literal).join(',')})`;
      rows.push(row);
      length += row.length;
      if (length > STATEMENT_LENGTH) close();
    },
    take() {
      close();
      const statements = full;
      full = [];
      return statements;
    },
  };
}

function literal(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  const special = database.dialect === 'sqlite' ? /'/g : /['\\]/g;
  return `'${value.replace(special, (character) => (character === '\\' ? '\\\\' : "''"))}'`;
}

/** Writes what the tables have collected in one transaction; the order of `tables` is that of their references. */
export async function writeRows(tables: readonly Rows[]): Promise<void> {
  const statements = tables.flatMap((rows) => rows.take());
  await transaction(async (t) => {
    await checkKeys('off', t);
    try {
      for (const sql of statements) await run(sql, t);
    } finally {
      await checkKeys('on', t);
    }
  });
}

/** Every id here was given by this program, so that looking up each referenced row would only cost. */
async function checkKeys(state: 'on' | 'off', t: Transaction): Promise<void> {
  if (database.dialect === 'sqlite') return;
  const value = state === 'on' ? 1 : 0;
  await run(`SET SESSION foreign_key_checks = ${value}, unique_checks = ${value}`, t);
}

/** The driver's own connection: Sequelize would look through half a million characters several times. */
interface Connection {
  query?(sql: string, done: (error: Error | null) => void): void;
  exec?(sql: string, done: (error: Error | null) => void): void;
}

function run(sql: string, t: Transaction): Promise<void> {
  const { connection } = t as Transaction & { connection: Connection };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null) => (error ? reject(error) : resolve());
    if (connection.exec) connection.exec(sql, done);
    else connection.query?.(sql, done);
  });
}

/** The id after the last one of a table. */
export async function nextId(table: string): Promise<number> {
  const [row] = await select(z.strictObject({ last: z.int().nullable() }), `SELECT MAX(id) AS last FROM ${table}`, []);
  return (row?.last ?? 0) + 1;
}
