import { ConnectionError } from 'sequelize';
import { DatabaseAway } from './connecting/server-watch.ts';
import { TurnTimeout } from './turns.ts';

/** What a server says when it ends a query or a connection that was in order, by MySQL's and MariaDB's numbers. */
const INTERRUPTED = new Set([
  1040, // too many connections
  1053, // shutdown in progress
  1317, // query execution was interrupted: KILL QUERY
  1927, // connection was killed: KILL
  3169, // session was killed
]);

/**
 * Whether an error says that the database could not be asked, or stopped half way for reasons that lie outside the
 * query: the same may succeed in a while. Locks that were lost are no outage (`isLostLock`).
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof DatabaseAway || error instanceof TurnTimeout || error instanceof ConnectionError) return true;
  if (typeof error !== 'object' || error === null) return false;
  // `fatal` is mysql2's word for an error that ended the connection.
  const { fatal, errno, parent } = error as { fatal?: unknown; errno?: unknown; parent?: unknown };
  return fatal === true || INTERRUPTED.has(errno as number) || isOutage(parent);
}
