import { Database } from '@appthreat/sqlite3';
import { expect, jest, test } from '@jest/globals';
import { DataTypes } from 'sequelize';
import { useDatabase } from '../../../test/database.ts';
import { database } from '../database.ts';
import { rememberColumns } from './remember-columns.ts';

useDatabase();

/** Sequelize knows a flag by the type of its column only. */
test('a column that comes later is known, and read by its type', async () => {
  const { sequelize } = database;
  const timestamps = false;
  await sequelize.query('CREATE TABLE lamps (id INTEGER PRIMARY KEY, name TEXT NOT NULL)');
  const named = sequelize.define('Lamp', { name: DataTypes.TEXT }, { tableName: 'lamps', timestamps });
  await named.create({ name: '门厅' });
  expect((await named.findAll()).map((row) => row.get('name'))).toEqual(['门厅']);
  await sequelize.query('ALTER TABLE lamps ADD COLUMN is_lit TINYINT(1) NOT NULL DEFAULT 1');
  const fields = { name: DataTypes.TEXT, isLit: { type: DataTypes.BOOLEAN, field: 'is_lit' } };
  const lit = sequelize.define('LitLamp', fields, { tableName: 'lamps', timestamps });
  expect((await lit.findAll()).map((row) => row.get('isLit'))).toEqual([true]);
});

test('what columns a table has is asked once, and again when a table was changed', async () => {
  const connection = new Database(':memory:');
  const asked = jest.spyOn(connection, 'all');
  rememberColumns(connection, new Map());
  const all = (sql: string) =>
    new Promise<object[]>((resolve, reject) => {
      connection.all<object>(sql, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  const columns = async () => (await all('PRAGMA table_info(`lamps`)')).length;

  expect(await columns()).toBe(0);
  await all('CREATE TABLE lamps (id INTEGER PRIMARY KEY)');
  expect([await columns(), await columns()]).toEqual([1, 1]);
  await all('ALTER TABLE lamps ADD COLUMN name TEXT');
  expect([await columns(), await columns()]).toEqual([2, 2]);
  // Counted where SQLite is asked: it tells of a statement that it has run some time after it has answered.
  expect(asked.mock.calls.filter(([sql]) => sql.startsWith('PRAGMA'))).toHaveLength(3);
  await new Promise((closed) => connection.close(closed));
});
