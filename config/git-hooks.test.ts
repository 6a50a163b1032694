import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A checkout with our checks and a few files of its own, committed to with the hook that CONTRIBUTING sets up. */

const root = dirname(import.meta.dirname);
const checkout = mkdtempSync(join(tmpdir(), 'git-hooks-'));

function git(...args: string[]) {
  // Settings of whoever runs the tests, and of a commit that runs them, stay outside.
  const env = { PATH: process.env['PATH'], HOME: checkout, GIT_CONFIG_NOSYSTEM: '1' };
  return spawnSync('git', args, { cwd: checkout, env, encoding: 'utf8' });
}

function commit(file: string, text: string) {
  writeFileSync(join(checkout, file), text);
  git('add', file);
  const { status, stdout, stderr } = git('commit', '--message', file);
  git('rm', '--force', '--cached', file);
  rmSync(join(checkout, file));
  return { status, said: stdout + stderr };
}

beforeAll(() => {
  for (const file of ['package.json', 'tsconfig.json', '.prettierrc', '.prettierignore', 'config', 'bff/tsconfig.json'])
    cpSync(join(root, file), join(checkout, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  for (const folder of ['bff/contract/one', 'bff/platform']) mkdirSync(join(checkout, folder), { recursive: true });
  writeFileSync(join(checkout, 'bff/platform/clock.ts'), 'export const now = () => 0;\n');
  git('init', '--quiet');
  git('config', 'user.name', 'somebody');
  git('config', 'user.email', 'somebody@example.com');
  git('add', 'bff');
  git('commit', '--quiet', '--message', 'what is there');
  git('config', 'core.hooksPath', 'config/git-hooks');
});
afterAll(() => rmSync(checkout, { recursive: true }));

test('what is tidy is committed', () => {
  expect(commit('bff/contract/one/enums.ts', "export const ONE = 'one';\n")).toMatchObject({ status: 0 });
});

test.each([
  ['format', "export const ONE = 'one'\n", 'Code style issues'],
  ['lint', "export let one = 'one';\n", 'prefer-const'],
  ['lint by types', 'export const one = () => {\n  Promise.resolve();\n};\n', 'no-floating-promises'],
  [
    'imports',
    "import { now } from '../../platform/clock.ts';\n\nexport const ONE = now();\n",
    'contract-needs-nothing',
  ],
])('what breaks %s is not', (_check, text, why) => {
  const { status, said } = commit('bff/contract/one/enums.ts', text);
  expect(status).toBe(1);
  expect(said).toContain(why);
});
