import { Database, type Statement } from '@appthreat/sqlite3';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { rememberColumns } from './remember-columns.ts';
import { Turns } from '../turns.ts';

/** How long SQLite itself waits for a lock held by another process, ms. It blocks a thread meanwhile. */
const BUSY_TIMEOUT_MS = 5_000;
/** How long a query waits for its turn in this process, ms: longer than any sound transaction takes. */
const PATIENCE_MS = 20_000;
const READERS = 4;

export interface SqliteConnection extends Database {
  /** Sequelize's name for the transaction that runs on this connection. */
  uuid?: string;
}

/**
 * The connections of one process to one SQLite file: one that writes, a few that read.
 *
 * SQLite lets one writer in at a time. Sequelize on its own opens a connection for every transaction and lets SQLite
 * block a libuv thread per waiting writer; four of them are all threads, and the holder of the lock cannot even commit.
 * Here a writer waits in JavaScript for its turn, first come first served. A reader connection serves one query at a
 * time, because queries that overlap on one connection share the oldest one's snapshot and miss later commits.
 */
export class SqliteConnections {
  readonly #file: string;
  #all: SqliteConnection[] = [];
  readonly #columns = new Map<string, object[]>();
  #writers = new Turns<SqliteConnection>([], 0);
  #readers = new Turns<SqliteConnection>([], 0);
  #statements = new WeakMap<SqliteConnection, Map<string, Statement>>();
  #opening: Promise<void> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** A connection for a transaction or a statement that may write: waits for the writer's turn. */
  async writer(): Promise<SqliteConnection> {
    await this.#open();
    return this.#writers.take();
  }

  /** A connection for one query that only reads. */
  async reader(): Promise<SqliteConnection> {
    await this.#open();
    return this.#readers.take();
  }

  release(connection: SqliteConnection): void {
    delete connection.uuid;
    if (connection === this.#all[0]) this.#writers.give(connection);
    else this.#readers.give(connection);
  }

  /** Gives the writer back after a COMMIT or ROLLBACK that failed, so that nothing half done stays open on it. */
  async recover(connection: SqliteConnection): Promise<void> {
    await run(connection, 'ROLLBACK').catch(() => undefined); // no transaction left open: just what is wanted
    this.release(connection);
  }

  /** The prepared statement for `sql` on this connection; prepared once. */
  async prepared(connection: SqliteConnection, sql: string): Promise<Statement> {
    const statements = this.#statements.get(connection) ?? new Map<string, Statement>();
    this.#statements.set(connection, statements);
    const known = statements.get(sql);
    if (known) return known;
    const statement = await new Promise<Statement>((resolve, reject) => {
      const prepared = connection.prepare(sql, (error) => (error ? reject(error) : resolve(prepared)));
    });
    statements.set(sql, statement);
    return statement;
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    for (const connection of this.#all) {
      for (const statement of this.#statements.get(connection)?.values() ?? []) statement.finalize();
      await promisify((done: (error: Error | null) => void) => connection.close(done))();
    }
    this.#all = [];
  }

  #open(): Promise<void> {
    this.#opening ??= (async () => {
      await mkdir(dirname(this.#file), { recursive: true });
      for (let index = 0; index <= READERS; index++) {
        const connection = await connect(this.#file);
        rememberColumns(connection, this.#columns);
        this.#all.push(connection);
      }
      this.#writers = new Turns(this.#all.slice(0, 1), PATIENCE_MS);
      this.#readers = new Turns(this.#all.slice(1), PATIENCE_MS);
    })();
    return this.#opening;
  }
}

async function connect(file: string): Promise<SqliteConnection> {
  const connection = await new Promise<SqliteConnection>((resolve, reject) => {
    const opened: SqliteConnection = new Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  connection.configure('busyTimeout', BUSY_TIMEOUT_MS);
  await run(connection, 'PRAGMA journal_mode = WAL');
  // What was answered to a member must outlive a power cut; NORMAL would lose the last commits.
  await run(connection, 'PRAGMA synchronous = FULL');
  await run(connection, 'PRAGMA foreign_keys = ON');
  return connection;
}

function run(connection: SqliteConnection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.run(sql, (error) => (error ? reject(error) : resolve()));
  });
}
