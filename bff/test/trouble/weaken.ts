import { database } from '../../platform/db/database.ts';

/** What Sequelize calls statements that write. */
export const WRITES: readonly string[] = ['INSERT', 'UPDATE', 'BULKUPDATE', 'DELETE', 'BULKDELETE'];
const STATEMENTS: readonly string[] = ['SELECT', ...WRITES];

/** A statement of a transaction, as a hook sees it. */
interface Sent {
  connection: { query?: (sql: string, done: () => void) => void; exec?: (sql: string, done: () => void) => void };
}

/**
 * Takes a protection away from this process, so that a test shows that it is this one which holds: `torn`: what a transaction
 * has done is committed before its next statement; `unlocked`: rows are read without locking them.
 */
export function weaken(protection: string | undefined): void {
  const { sequelize } = database;
  if (protection === 'unlocked') {
    const dialect = (sequelize as unknown as { dialect: { supports: Record<string, unknown> } }).dialect;
    dialect.supports = { ...dialect.supports, lock: false };
  }
  if (protection === 'torn') {
    sequelize.addHook('beforeQuery', async (options: { transaction?: unknown; type?: string }, query: unknown) => {
      // What begins and ends a transaction is none of these.
      if (!options.transaction || !STATEMENTS.includes(options.type ?? '')) return;
      const { connection } = query as Sent;
      const say = (sql: string) =>
        new Promise<void>((resolve) => {
          if (connection.exec) connection.exec(sql, resolve);
          else connection.query?.(sql, () => resolve());
        });
      await say('COMMIT');
      await say(database.dialect === 'sqlite' ? 'BEGIN IMMEDIATE' : 'START TRANSACTION');
    });
  }
}
