import { expect, test } from '@jest/globals';
import '../../models.ts';
import { PERSONAL_DATA, type PersonalData } from '../../personal-data.ts';
import { database } from '../../platform/db/database.ts';
import { useDatabase } from '../database.ts';

useDatabase();

const KEPT_BY_TOOLS = ['migrations', 'sqlite_sequence'];
const lines = Object.entries<PersonalData>(PERSONAL_DATA);

async function tables(): Promise<string[]> {
  const known = await database.sequelize.getQueryInterface().showAllTables();
  const names = known.map((one: unknown) => (typeof one === 'string' ? one : (one as { tableName: string }).tableName));
  return names.filter((name) => !KEPT_BY_TOOLS.includes(name)).sort();
}

test('every table says what it holds of a member, and no other does', async () => {
  expect(Object.keys(PERSONAL_DATA).sort()).toEqual(await tables());
});

test('control: a table that nobody has decided about is noticed', async () => {
  await database.sequelize.query('CREATE TABLE diaries (id BIGINT PRIMARY KEY)');
  expect(await tables()).toContain('diaries');
  await database.sequelize.query('DROP TABLE diaries');
});

test.each(lines.filter(([, line]) => typeof line !== 'string' && 'by' in line))(
  '%s has the columns that are named',
  async (table, line) => {
    if (typeof line === 'string' || !('by' in line)) throw new Error('unreachable');
    const columns = await database.sequelize.getQueryInterface().describeTable(table);
    expect(Object.keys(columns)).toEqual(
      expect.arrayContaining([line.by].flat().concat(Object.keys(line.leftOut ?? {}))),
    );
  },
);

test('no secret is given out: what opens or proves something is left out or withheld', async () => {
  const SECRET = /hash|token|secret|openid|unionid|^code$|_index$|_sealed$/;
  const leaks: string[] = [];
  for (const [table, line] of lines) {
    if (typeof line === 'string' || !('by' in line)) continue;
    const columns = Object.keys(await database.sequelize.getQueryInterface().describeTable(table));
    leaks.push(
      ...columns.filter((name) => SECRET.test(name) && !(line.leftOut ?? {})[name]).map((name) => `${table}.${name}`),
    );
  }
  expect(leaks).toEqual([]);
});
