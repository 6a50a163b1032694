import type { Database } from '@appthreat/sqlite3';

type Answer = (this: unknown, error: Error | null, rows?: object[]) => void;
type Query = (sql: string, ...rest: unknown[]) => Database;

const CHANGES_TABLES = /^\s*(CREATE|ALTER|DROP)\b/i;
const ASKS_FOR_COLUMNS = /^PRAGMA table_info\(/;

/**
 * Answers from memory what columns a table has. Sequelize asks before every query for rows of a model, and would so send
 * SQLite two statements for one.
 * @param known what the connections of one process to one file remember together; forgotten when any of them changes a table
 */
export function rememberColumns(connection: Database, known: Map<string, object[]>): void {
  const all: Query = connection.all.bind(connection);
  const run: Query = connection.run.bind(connection);
  const forgetting =
    (query: Query): Query =>
    (sql, ...rest) => {
      if (!CHANGES_TABLES.test(sql)) return query(sql, ...rest);
      known.clear();
      const answer = rest.pop() as Answer | undefined;
      return query(sql, ...rest, function (this: unknown, ...answered: Parameters<Answer>) {
        // Once more: somebody may have read the old columns meanwhile.
        known.clear();
        answer?.apply(this, answered);
      });
    };
  const askOnce = (sql: string, answer: Answer): Database => {
    const columns = known.get(sql);
    if (columns) answer.call(undefined, null, columns);
    else
      all(sql, (error: Error | null, rows: object[] = []) => {
        if (!error && rows.length > 0) known.set(sql, rows);
        answer.call(undefined, error, rows);
      });
    return connection;
  };
  const askOrChange = forgetting(all);
  Object.assign(connection, {
    all: (sql: string, ...rest: unknown[]) =>
      ASKS_FOR_COLUMNS.test(sql) ? askOnce(sql, rest.at(-1) as Answer) : askOrChange(sql, ...rest),
    run: forgetting(run),
  });
}
