import * as sqlite from '@appthreat/sqlite3';
import mysql, {
  type Connection as MysqlConnection,
  type ConnectionOptions,
  type ExecuteValues,
  type ResultSetHeader,
} from 'mysql2';
import { promisify } from 'node:util';
import { Sequelize, Transaction, UniqueConstraintError, type Options } from 'sequelize';
import { ServerWatch } from './server-watch.ts';
import { SqliteConnections, type SqliteConnection } from './sqlite-connections.ts';

/** Where the data is: a MySQL or MariaDB server, or one SQLite file. */
export type Place = { url: string; poolSize: number } | { file: string };

/** A SELECT of dozens of rows; `columns` are all that the SQL names, in any order. */
export interface Query {
  columns: readonly string[];
  sql: string;
  values: unknown[];
}

/** What came of a prepared statement that writes. */
export interface Written {
  /** Of the row that it inserted; otherwise nobody's. */
  id: number;
  changed: number;
}

/** One opened database: Sequelize for models, `select`, `selectTogether` and `write` for what is hot. */
export interface Connected {
  sequelize: Sequelize;
  /** Runs prepared SQL on a connection: the transaction's, or one taken for this query. */
  select(sql: string, values: unknown[], connection: unknown): Promise<object[]>;
  /** The rows that the same SELECT finds by different values, by the way that is cheapest for few rows. */
  selectEach(sql: string, each: readonly unknown[][]): Promise<object[][]>;
  /** The rows of several of them, in their order, by the way that is cheapest for dozens of rows. */
  selectTogether(queries: readonly Query[], connection: unknown): Promise<object[][]>;
  /** Runs one prepared INSERT, UPDATE or DELETE, on the transaction's connection or on one taken for it. */
  write(sql: string, values: unknown[], connection: unknown): Promise<Written>;
  close(): Promise<void>;
}

const COMMON: Options = {
  logging: false,
  timezone: '+00:00',
  // Names in SQL are snake_case, instants are columns of our own: no Date objects anywhere.
  define: { underscored: true, timestamps: false },
  // Sequelize would repeat a single statement; only a whole transaction can be repeated safely.
  retry: { max: 1 },
};

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION innodb_lock_wait_timeout = 10,
   sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
];

/** Opens a database. Throws when it does not answer, and leaves nothing open. */
export async function connect(place: Place): Promise<Connected> {
  const connected = 'file' in place ? connectSqlite(place.file) : connectMysql(place.url, place.poolSize);
  try {
    await connected.sequelize.authenticate({ logging: false });
  } catch (error) {
    await connected.close();
    throw error;
  }
  return connected;
}

/** What Sequelize calls on its connection manager; its own types leave half of it out. */
interface ConnectionManager {
  getConnection(options?: { uuid?: string; type?: string }): Promise<unknown>;
  releaseConnection(connection: unknown): unknown;
  destroyConnection(connection: unknown): Promise<void>;
  close(): Promise<void>;
}

function managerOf(sequelize: Sequelize): ConnectionManager {
  return (sequelize as unknown as { connectionManager: ConnectionManager }).connectionManager;
}

/** Has the watch look at everybody who awaits or holds a connection. */
function watchedBy(watch: ServerWatch, manager: ConnectionManager): ConnectionManager {
  const [getConnection, releaseConnection, destroyConnection, close] = [
    manager.getConnection.bind(manager),
    manager.releaseConnection.bind(manager),
    manager.destroyConnection.bind(manager),
    manager.close.bind(manager),
  ];
  return Object.assign(manager, {
    getConnection: (options) => watch.acquire(() => getConnection(options), releaseConnection),
    releaseConnection(connection) {
      watch.release(connection);
      releaseConnection(connection);
    },
    async destroyConnection(connection) {
      watch.release(connection);
      await destroyConnection(connection);
    },
    async close() {
      watch.close();
      await close();
    },
  } satisfies ConnectionManager);
}

function connectSqlite(file: string): Connected {
  const connections = new SqliteConnections(file);
  const sequelize = new Sequelize({
    ...COMMON,
    dialect: 'sqlite',
    dialectModule: sqlite,
    storage: file,
    transactionType: Transaction.TYPES.IMMEDIATE,
  });
  Object.assign(managerOf(sequelize), {
    // A transaction asks with its uuid; a lone statement says what it is, and only SELECT surely writes nothing.
    getConnection: (options: { uuid?: string; type?: string } = {}) =>
      options.uuid === undefined && options.type === 'SELECT' ? connections.reader() : connections.writer(),
    releaseConnection: (connection: SqliteConnection) => connections.release(connection),
    destroyConnection: (connection: SqliteConnection) => connections.recover(connection),
    close: () => connections.close(),
  } satisfies ConnectionManager);
  const all = async (connection: SqliteConnection, sql: string, values: unknown[]) => {
    const statement = await connections.prepared(connection, sql);
    return new Promise<object[]>((resolve, reject) => {
      statement.all<object>(values, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  };
  const select = async (sql: string, values: unknown[], connection: unknown) => {
    if (connection) return all(connection as SqliteConnection, sql, values);
    const reader = await connections.reader();
    try {
      return await all(reader, sql, values);
    } finally {
      connections.release(reader);
    }
  };
  const run = async (connection: SqliteConnection, sql: string, values: unknown[]) => {
    const statement = await connections.prepared(connection, sql);
    return new Promise<Written>((resolve, reject) => {
      statement.run(values, function (error) {
        if (error) reject(faultOf(error, sql));
        else resolve({ id: this.lastID, changed: this.changes });
      });
    });
  };
  return {
    sequelize,
    select,
    async write(sql, values, connection) {
      if (connection) return run(connection as SqliteConnection, sql, values);
      const writer = await connections.writer();
      try {
        return await run(writer, sql, values);
      } finally {
        connections.release(writer);
      }
    },
    // A reader each: there is no server to which a write takes time.
    selectEach: (sql, each) => Promise.all(each.map((values) => select(sql, values, undefined))),
    async selectTogether(queries, connection) {
      const values = queries.flatMap((query) => query.values);
      const [answer] = await select(`SELECT ${queries.map(asOneText).join()}`, values, connection);
      return queries.map(({ columns }, at) => rowsOf(columns, (answer as Record<string, string>)[`rows${at}`] ?? '[]'));
    },
    close: () => connections.close(),
  };
}

/** A key that collides is told as models tell it. */
function faultOf(error: Error & { code?: string }, sql: string): Error {
  const collides = error.code === 'ER_DUP_ENTRY' || error.message.includes('UNIQUE constraint failed');
  return collides
    ? new UniqueConstraintError({ message: error.message, parent: Object.assign(error, { sql }) })
    : error;
}

/**
 * The driver hands over each value of each row by itself, at several times what SQLite takes to find it, and every statement
 * changes threads twice: many rows are handed over as one text of JSON, in the order of the inner SELECT, and those of
 * several SELECTs by one statement. Backquotes: what is no column is an error, not a word.
 */
const asOneText = ({ columns, sql }: Query, at: number) =>
  `(SELECT json_group_array(json_array(${columns.map((name) => `\`${name}\``).join()})) FROM (${sql})) AS rows${at}`;

const rowsOf = (columns: readonly string[], lines: string): object[] =>
  (JSON.parse(lines) as unknown[][]).map((values) => {
    const row: Record<string, unknown> = {};
    columns.forEach((name, at) => (row[name] = values[at]));
    return row;
  });

function connectMysql(url: string, poolSize: number): Connected {
  // The time limit is the watch's own: it keeps a question open for longer than that.
  const watch = new ServerWatch(() => mysql.createConnection({ uri: url, connectTimeout: 60_000 }));
  const sequelize = new Sequelize(url.replace(/^mariadb:/, 'mysql:'), {
    ...COMMON,
    dialect: 'mysql',
    dialectModule: {
      ...mysql,
      createConnection: (options: ConnectionOptions) => watch.track(mysql.createConnection(options)),
    },
    dialectOptions: {
      charset: 'utf8mb4_unicode_520_ci',
      connectTimeout: 5_000,
      // SUM of BIGINT is DECIMAL: a number here as on SQLite. Every sum of this system is below 2^53 fen.
      decimalNumbers: true,
      // Sequelize would be asked about every value of every row, for types that this system has none of.
      typeCast: true,
    },
    pool: { max: poolSize, min: 0, acquire: 20_000, idle: 60_000 },
  });
  const connections = watchedBy(watch, managerOf(sequelize));
  // Once per connection instead of once per transaction.
  sequelize.addHook('afterConnect', async (connection: unknown) => {
    for (const statement of SESSION) {
      await promisify((done: (error: Error | null) => void) =>
        (connection as MysqlConnection).query(statement, done),
      )();
    }
  });
  const execute = (connection: unknown, sql: string, values: unknown[]) =>
    new Promise<object>((resolve, reject) => {
      (connection as MysqlConnection).execute(sql, values.map(toMysqlParameter), (error, answer) =>
        error ? reject(faultOf(error, sql)) : resolve(answer),
      );
    });
  const on = async (type: 'SELECT' | 'UPDATE', sql: string, values: unknown[], connection: unknown) => {
    if (connection) return execute(connection, sql, values);
    const own = await connections.getConnection({ type });
    try {
      return await execute(own, sql, values);
    } finally {
      connections.releaseConnection(own);
    }
  };
  const select = async (sql: string, values: unknown[], connection: unknown) =>
    (await on('SELECT', sql, values, connection)) as object[];
  return {
    sequelize,
    select,
    write: async (sql, values, connection) => {
      const { insertId, affectedRows } = (await on('UPDATE', sql, values, connection)) as ResultSetHeader;
      return { id: insertId, changed: affectedRows };
    },
    selectEach: async (sql, each) => {
      const [only = [], ...others] = each;
      if (others.length === 0) return [await select(sql, only, undefined)];
      return rowsOfEach(await select(asOneList(sql, each.length), each.flat(), undefined), each.length);
    },
    selectTogether: (queries, connection) =>
      Promise.all(queries.map(({ sql, values }) => select(sql, values, connection))),
    close: () => connections.close(),
  };
}

/** One SELECT for several values, whose rows say for which. */
const asOneList = (sql: string, count: number) =>
  Array.from({ length: count }, (_, at) => sql.replace(/^SELECT /, `(SELECT ${at} AS asker_no, `) + ')').join(
    ' UNION ALL ',
  );

function rowsOfEach(rows: (object & { asker_no?: number | undefined })[], count: number): object[][] {
  const each = Array.from({ length: count }, (): object[] => []);
  for (const row of rows) {
    each[row.asker_no ?? 0]?.push(row);
    // JSON leaves it out then; to take the property away would make every row slower to read.
    row.asker_no = undefined;
  }
  return each;
}

/** Taken out once: mysql2 loads the module anew whenever it is asked for it. */
const { TypedParameter } = mysql;

/** mysql2 sends every number as DOUBLE, which LIMIT refuses. */
function toMysqlParameter(value: unknown): ExecuteValues {
  return Number.isSafeInteger(value) ? TypedParameter.LONGLONG(value as number) : (value as ExecuteValues);
}
