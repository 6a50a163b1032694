import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { QueryTypes, type Sequelize } from 'sequelize';
import { env } from '../../env.ts';
import { makeEmptyDatabase } from '../../test/database.ts';
import { connect, type Connected } from './connecting/connect.ts';
import { migrator } from './migrate.ts';
import { describeMysql, describeSqlite, type Schema } from '../../test/schema.ts';

let mysql: Connected;
let sqlite: Connected;

beforeAll(async () => {
  await makeEmptyDatabase();
  mysql = await connect({ url: env.DATABASE_URL ?? '', poolSize: 5 });
  sqlite = await connect({ file: join(env.DATA_DIR, 'schema.sqlite') });
  for (const { sequelize } of [mysql, sqlite]) await (await migrator(sequelize)).up();
});
afterAll(async () => {
  await mysql.close();
  await sqlite.close();
});

const both = async (): Promise<[Schema, Schema]> => [
  await describeMysql(mysql.sequelize),
  await describeSqlite(sqlite.sequelize),
];

test('both engines get the same tables, columns, keys and foreign keys', async () => {
  const [onMysql, onSqlite] = await both();
  expect(Object.keys(onMysql)).toContain('jobs');
  expect(onSqlite).toEqual(onMysql);
});

test('the comparison sees a difference in each of them', async () => {
  const [before] = await both();
  const change = async (statement: string, undo: string) => {
    await mysql.sequelize.query(statement);
    const [onMysql, onSqlite] = await both();
    expect(onSqlite).not.toEqual(onMysql);
    await mysql.sequelize.query(undo);
  };
  await change('ALTER TABLE jobs ADD COLUMN extra BIGINT', 'ALTER TABLE jobs DROP COLUMN extra');
  await change('ALTER TABLE jobs MODIFY max_attempts BIGINT', 'ALTER TABLE jobs MODIFY max_attempts BIGINT NOT NULL');
  await change('CREATE INDEX extra ON jobs (name)', 'DROP INDEX extra ON jobs');
  await change(
    'ALTER TABLE jobs ADD CONSTRAINT extra FOREIGN KEY (max_attempts) REFERENCES jobs (id)',
    'ALTER TABLE jobs DROP FOREIGN KEY extra, DROP INDEX extra',
  );
  expect((await both())[0]).toEqual(before);
});

test('every migration can run again after it stopped half way, and all go down and up again', async () => {
  const forget = async (sequelize: Sequelize) =>
    sequelize.query('DELETE FROM migrations', { type: QueryTypes.BULKDELETE });
  const [before] = await both();
  for (const { sequelize } of [mysql, sqlite]) {
    await forget(sequelize);
    await (await migrator(sequelize)).up();
  }
  expect(await both()).toEqual([before, before]);
  for (const { sequelize } of [mysql, sqlite]) await (await migrator(sequelize)).down({ to: 0 });
  expect(await both()).toEqual([{}, {}]);
  for (const { sequelize } of [mysql, sqlite]) await (await migrator(sequelize)).up();
  expect(await both()).toEqual([before, before]);
});
