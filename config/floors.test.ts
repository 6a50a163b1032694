import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FLOORS, ROOMS } from '../bff/floors.ts';
import { PERSONAL_DATA } from '../bff/personal-data.ts';
import { faultsOf, isTest, ownersOf, RULES, type House } from './floors.ts';
import { tablesIn } from './tables-in-sql.ts';

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = join(import.meta.dirname, 'floors-fixtures');

function read(root: string): Map<string, string> {
  const entries = readdirSync(join(root, 'bff'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !isTest(file));
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

describe('the house', () => {
  const house: House = { floors: FLOORS, rooms: ROOMS, files: read(ROOT) };

  test('stands as planned: nothing reaches up, in types and tables neither', () => {
    expect(house.files.size).toBeGreaterThan(300);
    expect(faultsOf(house).map(({ rule, where }) => `${rule}: ${where}`)).toEqual([]);
  });

  test('every table has its module, so that none is read unseen', () => {
    const owned = ownersOf(house);
    // One that is read no more since everything has a timeline, and the platform's.
    const nobodys = ['application_events', 'jobs'];
    expect(Object.keys(PERSONAL_DATA).filter((table) => !owned.has(table))).toEqual(nobodys);
  });

  test('has no room on the plan that is not there, and none there that is not on the plan', () => {
    const folders = [...house.files.keys()].map((file) =>
      /^bff\/modules\/([^/]+)\/([^/]+)\//.exec(file)?.slice(1).join('/'),
    );
    const built = new Set(folders.filter((folder) => folder !== undefined));
    const planned = Object.entries(ROOMS).flatMap(([name, rooms]) => rooms.map((room) => `${name}/${room}`));
    expect([...built].sort()).toEqual(planned.sort());
  });
});

describe('the rules bite', () => {
  const plan = { floors: [['low', 'beside'], ['high'], ['top']], rooms: { high: ['first', 'second'] } };

  test.each(RULES)('%s, and nothing else does', (rule) => {
    const faults = faultsOf({ ...plan, files: read(join(FIXTURES, rule)) });
    expect(new Set(faults.map((fault) => fault.rule))).toEqual(new Set([rule]));
  });

  test('a house in order has no faults', () => {
    expect(faultsOf({ ...plan, files: read(join(FIXTURES, 'in-order')) })).toEqual([]);
  });
});

describe('tables in SQL are seen however it is put together', () => {
  const tables = ['things', 'others'];

  test.each([
    ["'SELECT id FROM things'", ['things']],
    ["'select t.id from others o, things t'", tables],
    ["'SELECT id FROM `things`'", ['things']],
    ["'SELECT id ' + 'FROM ' + 'things'", ['things']],
    ["count('things WHERE done_at IS NULL')", ['things']],
    ["const table = 'things'; const sql = `SELECT id FROM ${table}`", ['things']],
    ["sequelize.getQueryInterface().bulkInsert('things', rows)", ['things']],
    ['`DELETE FROM things WHERE id = ${id}`', ['things']],
    ["'SELECT o.things FROM others o'", ['others']],
    ["const folder = 'things';", []],
    ['// SELECT id FROM things', []],
    ["import { things } from './things.ts';", []],
  ])('%s', (source, named) => {
    expect(tablesIn(source, tables)).toEqual(named);
  });
});
