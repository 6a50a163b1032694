import { Statement } from '@appthreat/sqlite3';
import mysql from 'mysql2';

/** A method of a driver whose last argument is told when the statement is done. */
type Method = (this: { sql?: string }, ...given: unknown[]) => unknown;

/**
 * Has `heard` called with the SQL of each prepared statement that this process has had answered, of either driver; until
 * what it returns is called.
 */
export function watchWrites(heard: (sql: string) => void): () => void {
  const undo = [
    watch(Statement.prototype as unknown as Record<'run', Method>, 'run', heard),
    watch(mysql.Connection.prototype as unknown as Record<'execute', Method>, 'execute', heard),
  ];
  return () => {
    for (const one of undo) one();
  };
}

function watch<Name extends string>(
  driver: Record<Name, Method>,
  name: Name,
  heard: (sql: string) => void,
): () => void {
  const plain = driver[name];
  const watched: Method = function (...given) {
    // A statement of SQLite knows its SQL, a connection of MySQL is given it.
    const sql = this.sql ?? String(given[0]);
    const done = given.pop() as Method;
    return plain.call(this, ...given, function (this: object, ...answer: unknown[]) {
      heard(sql);
      done.call(this, ...answer);
    });
  };
  driver[name] = watched as Record<Name, Method>[Name];
  return () => {
    driver[name] = plain;
  };
}
