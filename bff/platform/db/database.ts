import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sequelize, Transaction } from 'sequelize';
import type { z } from 'zod';
import { env } from '../../env.ts';
import { connect, type Connected, type Written } from './connecting/connect.ts';
import { bindModels } from './models.ts';
import { keepsState } from '../singletons.ts';
import { checkRows, type RowSchema } from './rows.ts';

let connected: Connected | undefined;

function opened(): Connected {
  if (!connected) throw new Error('the database is not open: call database.open() first');
  return connected;
}

/** The one database of this process. */
export const database = {
  /** For models, migrations and the rare raw statement; throws before `open()`. */
  get sequelize(): Sequelize {
    return opened().sequelize;
  },
  get dialect(): 'sqlite' | 'mysql' {
    return env.DATABASE_URL ? 'mysql' : 'sqlite';
  },
  /** Connects and binds every model declared so far (import `models.ts` before). */
  async open(): Promise<void> {
    if (connected) throw new Error('the database is already open');
    connected = await connect(
      env.DATABASE_URL
        ? { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL }
        : { file: join(env.DATA_DIR, 'lvzheng.sqlite') },
    );
    bindModels(connected.sequelize);
  },
  async close(): Promise<void> {
    const closing = connected;
    connected = undefined;
    await closing?.close();
  },
};
keepsState(database.close);

/** Attempts at a transaction that lost a lock; with the pauses below about one second in all. */
const MAX_ATTEMPTS = 6;
const LOST_LOCK = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY']);

/** Whether an error says that another transaction was in the way, so that the same work may succeed when repeated. */
export function isLostLock(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, parent } = error as { code?: unknown; parent?: unknown };
  return (typeof code === 'string' && LOST_LOCK.has(code)) || isLostLock(parent);
}

const running = new AsyncLocalStorage<{ active: boolean }>();

/**
 * Runs `work` in one transaction (READ COMMITTED; on SQLite the writer's turn) and commits what it wrote, or rolls
 * back if it throws. After a deadlock or lock timeout the work is run again, so it must have no other effect than
 * writes through `t`; what may only happen after the commit goes into `t.afterCommit`.
 * Throws at once when called inside another transaction: pass that one's `t` on instead.
 */
export async function transaction<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
  if (running.getStore()?.active) throw new Error('transaction() inside a transaction: pass its t on');
  for (let attempt = 1; ; attempt++) {
    const scope = { active: true };
    // Over for the caller as soon as the work is: what runs after the commit may open a transaction of its own.
    const scoped = (t: Transaction) => work(t).finally(() => (scope.active = false));
    try {
      return await running.run(scope, () => opened().sequelize.transaction(scoped));
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isLostLock(error)) throw error;
    }
    // Jitter, so that two that collided do not collide again; the doubling gives a long one time to finish.
    await pause(Math.random() * 20 * 2 ** attempt);
  }
}

/** Joins the caller's transaction, or runs in one of its own: for acts that also happen as part of a larger one. */
export const within = <T>(outer: Transaction | undefined, work: (t: Transaction) => Promise<T>): Promise<T> =>
  outer ? work(outer) : transaction(work);

/**
 * Runs a part of a transaction so that its failure undoes no more than the part itself. Rejects as `work` does, with
 * everything it wrote taken back; the transaction goes on.
 */
export async function savepoint<T>(t: Transaction, work: () => Promise<T>): Promise<T> {
  const say = (sql: string) => database.sequelize.query(sql, { transaction: t });
  await say('SAVEPOINT part');
  try {
    const result = await work();
    await say('RELEASE SAVEPOINT part');
    return result;
  } catch (error) {
    // A lost lock has taken the whole transaction back: there is no part to return to.
    if (!isLostLock(error)) await say('ROLLBACK TO SAVEPOINT part');
    throw error;
  }
}

/**
 * Rows of a prepared SELECT with positional `?`: for hot reads, at half the cost of model instances. Column names come
 * back as written in the SQL; `row` says what they hold, and tests see to it that they do (rows.ts). Within a transaction
 * pass `t` to see its writes.
 */
export async function select<Row extends object>(
  row: RowSchema<Row>,
  sql: string,
  values: unknown[],
  t?: Transaction,
): Promise<Row[]> {
  const rows = await selectUnchecked(sql, values, t);
  checkRows(row, sql, () => rows);
  return rows as Row[];
}

/** A SELECT that usually finds dozens of rows: the SQL names the columns of `row` and no others, none of which holds bytes. */
export interface Reading<Shape extends z.core.$ZodLooseShape> {
  row: z.ZodObject<Shape>;
  sql: string;
  values: unknown[];
}

/** What several readings find, by their names. */
export type Found<Readings extends Record<string, { row: z.ZodType }>> = {
  [Name in keyof Readings]: z.output<Readings[Name]['row']>[];
};

/** As `select`, for reads that usually find dozens of rows: the same rows, cheaper on SQLite (connect.ts). */
export async function selectMany<Shape extends z.core.$ZodLooseShape>(
  row: z.ZodObject<Shape>,
  sql: string,
  values: unknown[],
  t?: Transaction,
): Promise<z.output<z.ZodObject<Shape>>[]> {
  return (await selectTogether({ rows: { row, sql, values } }, t)).rows;
}

/** The rows of several readings, by their names: on SQLite with one statement, on MySQL with one each, at once. */
export async function selectTogether<Shapes extends Record<string, z.core.$ZodLooseShape>>(
  readings: { [Name in keyof Shapes]: Reading<Shapes[Name]> },
  t?: Transaction,
): Promise<{ [Name in keyof Shapes]: z.output<z.ZodObject<Shapes[Name]>>[] }> {
  const asked = Object.values<Reading<z.core.$ZodLooseShape>>(readings);
  const queries = asked.map(({ row, sql, values }) => ({ columns: Object.keys(row.shape), sql, values }));
  const found = await opened().selectTogether(queries, connectionOf(t));
  asked.forEach(({ row, sql }, at) => checkRows(row, sql, () => found[at] ?? []));
  const named = Object.keys(readings).map((name, at) => [name, found[at]]);
  return Object.fromEntries(named) as { [Name in keyof Shapes]: z.output<z.ZodObject<Shapes[Name]>>[] };
}

/**
 * Writes by one prepared INSERT, UPDATE or DELETE with positional `?`: for hot writes, at a fraction of the cost of a model's.
 * What a process remembers of the table is not told of it (models.ts, `tellOfWrite`). Rejects with Sequelize's
 * UniqueConstraintError where a key collides. Counted are rows that differ afterwards, so the SQL changes something in every
 * row that it finds.
 */
export async function write(sql: string, values: unknown[], t?: Transaction): Promise<Written> {
  await announce(sql, t);
  return opened().write(sql, values, connectionOf(t));
}

/** Whoever listens to Sequelize's statements hears of these as well: tests that kill a process before a write count on it. */
async function announce(sql: string, transaction: Transaction | undefined): Promise<void> {
  const sequelize = database.sequelize as Sequelize & { runHooks(name: string, ...what: unknown[]): Promise<void> };
  if (!sequelize.hasHook('beforeQuery')) return;
  const type = sql.slice(0, sql.indexOf(' '));
  await sequelize.runHooks('beforeQuery', { type, transaction }, { connection: connectionOf(transaction) });
}

/** As `select`, for this folder: whoever asks checks. */
export async function selectUnchecked(sql: string, values: unknown[], t?: Transaction): Promise<object[]> {
  return opened().select(sql, values, connectionOf(t));
}

/** The rows that one SELECT finds by several values, for this folder; a row may say `asker_no: undefined` besides. */
export const selectEach = (sql: string, each: readonly unknown[][]): Promise<object[][]> =>
  opened().selectEach(sql, each);

const connectionOf = (t: Transaction | undefined) => t && (t as Transaction & { connection: unknown }).connection;
