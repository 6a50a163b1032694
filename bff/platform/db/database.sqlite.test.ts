import { z } from 'zod';
import { Database } from '@appthreat/sqlite3';
import { beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { Transaction } from 'sequelize';
import { env } from '../../env.ts';
import { useDatabase } from '../../test/database.ts';
import { database, isLostLock, select, transaction } from './database.ts';
import { SqliteConnections, type SqliteConnection } from './connecting/sqlite-connections.ts';

useDatabase();

const FILE = join(env.DATA_DIR, 'lvzheng.sqlite');
beforeAll(() => database.sequelize.query('CREATE TABLE notes (n INTEGER NOT NULL)'));

const write = (n: number, t: Transaction) =>
  database.sequelize.query('INSERT INTO notes (n) VALUES (?)', { replacements: [n], transaction: t });
const count = async () =>
  (await select(z.strictObject({ count: z.int() }), 'SELECT COUNT(*) AS count FROM notes', []))[0]?.count;

test('200 transactions at once enter in the order they came, none is turned away', async () => {
  const entered: number[] = [];
  await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      transaction(async (t) => {
        entered.push(n);
        await write(n, t);
      }),
    ),
  );
  expect(entered).toEqual(Array.from({ length: 200 }, (_, n) => n));
  expect(await count()).toBe(200);
});

test('control: a second writer that SQLite itself keeps waiting is turned away', async () => {
  const [first, second] = [new Database(FILE), new Database(FILE)];
  second.configure('busyTimeout', 100);
  const begin = (connection: Database) =>
    new Promise<void>((resolve, reject) => {
      connection.run('BEGIN IMMEDIATE', (error) => (error ? reject(error) : resolve()));
    });
  await begin(first);
  await expect(begin(second).catch(isLostLock)).resolves.toBe(true);
  for (const connection of [first, second]) await new Promise<void>((closed) => connection.close(() => closed()));
});

test('a read sees what was committed before it, though an earlier one still goes on', async () => {
  const connections = new SqliteConnections(FILE);
  const all = (connection: SqliteConnection, sql: string) =>
    new Promise<{ count: number }[]>((resolve, reject) => {
      connection.all<{ count: number }>(sql, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  const counted = async (connection: SqliteConnection) =>
    (await all(connection, 'SELECT COUNT(*) AS count FROM notes'))[0]?.count ?? -1;

  const earlier = await connections.reader();
  await all(earlier, 'BEGIN'); // keeps its snapshot open, as a slow query does
  const before = await counted(earlier);
  await transaction((t) => write(1, t));
  const later = await connections.reader();
  expect(await counted(later)).toBe(before + 1);
  // The control: had they shared one connection, the later one would have missed it.
  expect(await counted(earlier)).toBe(before);
  await all(earlier, 'COMMIT');
  await connections.close();
});
