import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'docs/operations.md', 'docs/go-live.md'];

const away = mkdtempSync(join(tmpdir(), 'operate-'));
const old = join(away, 'old');
const fresh = join(away, 'new');
const backup = join(away, 'backup');

/** Every command for operators that the documents show, with its arguments and without what is said about it. */
function shown(): string[] {
  const commands = DOCUMENTS.flatMap((file) =>
    [
      ...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bnode scripts\/operate\.mjs ([a-z-]+(?: --\w+ [^\s`]+)*)/g),
    ].map(([, command]) => command!),
  );
  return [...new Set(commands)];
}

/** Runs one as the documents show it, from a folder that is not the checkout, on whatever Node is called `node`. */
function operate(command: string, dataDir: string): { code: number | null; said: string } {
  const [name = '', ...args] = command.split(' ');
  const { status, stdout, stderr } = spawnSync(
    'node',
    [join(ROOT, 'scripts/operate.mjs'), name, ...args.map((word) => (word.startsWith('/') ? backup : word))],
    { cwd: away, encoding: 'utf8', env: { PATH: process.env['PATH'], DATA_DIR: dataDir, LOG_LEVEL: 'fatal' } },
  );
  return { code: status, said: stdout + stderr };
}

test('the commands that the documents show to operators run as shown, on the build, from any folder', () => {
  const commands = shown();
  const named = (name: string) => commands.filter((command) => command.split(' ')[0] === name);
  const opening = named('create-staff').filter((command) => command.includes('--login'));
  expect(opening.length).toBeGreaterThan(0);
  try {
    for (const [index, command] of opening.entries()) {
      expect(operate(command.replace('账号', `account${index}`), old)).toMatchObject({ code: 0 });
    }
    for (const command of named('backup').filter((each) => each.includes('--to')))
      expect(operate(command, old)).toEqual({
        code: 0,
        said: expect.stringMatching(/ 中有 \d+ 条记录、\d+ 个文件，不含密钥。\n$/) as unknown,
      });
    // What cannot be done is said in a line, without the program's stack.
    expect(operate('backup --to /again', old)).toEqual({ code: 1, said: `没有备份：${backup} 不是空的\n` });
    expect(operate(opening[0]!.replace('账号', 'account0'), old)).toEqual({
      code: 1,
      said: expect.stringMatching(/^没有开通：[^\n]+\n$/) as unknown,
    });
    for (const command of named('restore').filter((each) => each.includes('--from')))
      expect(operate(command, fresh)).toMatchObject({ code: 0 });
    for (const command of named('verify-audit')) expect(operate(command, old)).toMatchObject({ code: 0 });
    const known = ['create-staff', 'backup', 'restore', 'verify-audit'];
    expect([...new Set(commands.map((command) => command.split(' ')[0]))].sort()).toEqual(known.sort());
  } finally {
    rmSync(away, { recursive: true });
  }
}, 300_000);

test('a command that is not there, or a build that is not, is said in words', () => {
  const { status, stdout } = spawnSync('node', [join(ROOT, 'scripts/operate.mjs'), 'back-up'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toContain('没有这个命令：back-up');
});
