import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/processes.mjs';

/** The skeleton in a copy of this checkout, and what judges every other module there. */

/** What is made here, not kept. */
const NOT_COPIED = ['.git', '.cache', '.data', 'coverage', 'dist', 'node_modules'];
const copy = mkdtempSync(join(tmpdir(), 'new-module-'));
/** A run of tests of its own: databases that were prepared for this one know nothing of the new module. */
const OWN_RUN = {
  TEST_DIR: undefined,
  TEST_MYSQL_URL: undefined,
  TEST_REDIS_URL: undefined,
  JEST_WORKER_ID: undefined,
};
/** @param {string[]} command */
const node = (command) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: copy,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...OWN_RUN,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  });
  return { status, said: stdout + stderr };
};
const write = (...args) => node([join(root, 'scripts/dev/new-module.ts'), ...args, '--root', copy]);
const ROOMS = ['training-rooms', '--one', 'training-room', '--label', '培训教室'];
const tool = (file, ...args) => node([join('node_modules', file), ...args]);

const isFull = process.env.TEST_FULL === 'true';

let files = [];
beforeAll(() => {
  for (const part of readdirSync(root).filter((name) => !NOT_COPIED.includes(name)))
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const { status, said } = write(...ROOMS);
  if (status !== 0) throw new Error(said);
  files = said.trim().split('\n');
});
afterAll(() => rmSync(copy, { recursive: true }));

const own = () => files.filter((file) => file.includes('training-room'));

test('it names every file that it wrote or added to', () => {
  expect(own()).toHaveLength(12);
  expect(files).toContain('bff/floors.ts');
});

test('it passes format', () => {
  expect(tool('prettier/bin/prettier.cjs', '--check', ...files)).toMatchObject({ status: 0 });
});

test('it passes imports', () => {
  const cruise = 'dependency-cruiser/bin/dependency-cruiser.mjs';
  const run = tool(cruise, '--config', 'config/depcruise.cjs', 'bff/modules/training-rooms');
  expect(run).toMatchObject({ status: 0 });
});

test(isFull ? 'it passes types, with all that knows it' : 'it passes types', () => {
  // With the list of routes and the tests come all modules: a minute.
  const read = isFull ? ['app.ts', 'models.ts', ...own()] : own().filter((file) => !/test|permissions/.test(file));
  const include = ['platform/**/*.d.ts', ...read.map((file) => file.replace('bff/', ''))];
  writeFileSync(join(copy, 'bff/tsconfig.new.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  expect(tool('typescript/bin/tsc', '--noEmit', '-p', 'bff/tsconfig.new.json')).toMatchObject({ status: 0 });
});

test('its own test passes, and those that know every module', () => {
  const suites = ['training-rooms.test', 'floors.test', 'docs.test', 'personal-data.test'];
  const projects = ['--selectProjects', 'bff-sqlite', 'tooling'];
  const { status, said } = tool('jest/bin/jest.js', '-c', 'config/jest.ts', ...projects, '--', ...suites);
  expect({ status, failed: said.split('\n').filter((line) => /●|FAIL/.test(line)) }).toEqual({ status: 0, failed: [] });
});

describe('nothing is written', () => {
  test.each([
    ['where it is there already', ROOMS, '已经有了'],
    ['on no floor', ['a-rooms', '--one', 'a-room', '--label', '教室', '--beside', 'nowhere'], 'nowhere'],
    ['for a name with blanks', ['A rooms', '--one', 'a-room', '--label', '教室'], '小写'],
    ['for a label that is none', ['a-rooms', '--one', 'a-room', '--label', 'rooms'], '汉字'],
  ])('%s', (_why, args, said) => {
    const answer = write(...args);
    expect(answer.status).toBe(1);
    expect(answer.said).toContain(said);
  });
});
