import { expect, test } from '@jest/globals';
import { globSync } from 'node:fs';
import { dirname } from 'node:path';

/** A folder is a room: what stands in it is seen at a glance, and its name says what it is for. */
const MOST = 25;
const ROOT = dirname(import.meta.dirname);

/** Still to be divided. None may be added. */
const TOO_LARGE: string[] = [];
/** One file a step, and one a decision, for as long as the house stands. */
const WITHOUT_END = ['bff/migrations', 'docs/adr'];

/** How many files, tests among them, lie in each folder. */
function filesByFolder(): Map<string, number> {
  const count = new Map<string, number>();
  const files = globSync('{bff,miniapp,admin,scripts,config,docs}/**', {
    cwd: ROOT,
    exclude: (entry) => entry.name === 'node_modules',
    withFileTypes: true,
  }).filter((entry) => entry.isFile());
  for (const { parentPath } of files) {
    const folder = parentPath.slice(ROOT.length + 1);
    count.set(folder, (count.get(folder) ?? 0) + 1);
  }
  return count;
}

test(`no folder holds more than ${MOST} files`, () => {
  const large = [...filesByFolder()].filter(([, files]) => files > MOST).map(([folder]) => folder);
  expect(large.filter((folder) => !WITHOUT_END.includes(folder)).sort()).toEqual(TOO_LARGE.sort());
});

test('files are counted where they lie', () => {
  const count = filesByFolder();
  expect(count.get('bff/migrations')).toBeGreaterThan(MOST);
  expect(count.get('miniapp/features')).toBeUndefined();
  expect(count.size).toBeGreaterThan(100);
});
