import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Every command that the documents show is run as they show it, or it is said here what proves it. */

const root = dirname(import.meta.dirname);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'docs/ARCHITECTURE.md', 'docs/operations.md', 'docs/go-live.md'];

const COMMAND =
  /^(?:[A-Z_]+=\S+ )*(?:npm (?!包)|node |node_modules\/\.bin\/|jest |prettier |git |openssl |cp |ln |cd )/;

/** Commands of blocks for the shell, and of `code` in the text; without what is said about them. */
function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) => block.split('\n'));
  const spans = [...markdown.replace(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, span = '']) => span,
  );
  const lines = [...blocks, ...spans].map((line) => line.replace(/ +# .*$/, '').trim());
  return [...new Set(lines.filter((line) => COMMAND.test(line)))];
}
const shown = [...new Set(DOCUMENTS.flatMap((document) => commandsIn(read(document))))];

/** Commands that change this checkout, ask the network or take minutes: the beginning of a command → what proves it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm start': 'scripts/dev/fresh-machine.mjs',
  'npm run dev': 'scripts/develop/keep-running.test.mjs',
  'npm run preview': 'scripts/preview/preview.test.mjs',
  'npm audit': 'config/commands.test.ts',
  'npm ci': 'scripts/setup/install.test.mjs',
  'npm outdated': 'docs/adr/0054-held-back-dependencies.md',
  'npm test': 'scripts/test/runner.test.mjs',
  'prettier --write .': 'scripts/test/main.mjs',
  'git config core.hooksPath': 'config/git-hooks.test.ts',
  'node scripts/build.mjs': 'scripts/test/main.mjs',
  'API_ORIGIN=https://你的域名 node scripts/build.mjs weapp': 'miniapp/e2e/weapp-walk.test.ts',
  'NODE_ENV=production node_modules/.bin/node dist/bff/main.js': 'miniapp/e2e/test-server.ts',
  'node_modules/.bin/node': 'scripts/setup/launch.mjs',
  'node scripts/operate.mjs': 'scripts/e2e/operate.test.ts',
  'node scripts/dev/licences.mjs': 'scripts/dev/licences.test.mjs',
  'node scripts/dev/new-module.ts': 'scripts/dev/new-module.test.mjs',
};
const isRunHere = (command: string) =>
  /(?:^openssl rand|^git rev-parse|--help$|draw-house|^jest |^(?:cd|cp|ln) )/.test(command) &&
  !command.startsWith('npm start');
const proofOf = (command: string) =>
  Object.entries(ELSEWHERE).find(([begin]) => command === begin || command.startsWith(`${begin} `))?.[1];

const away = mkdtempSync(join(tmpdir(), 'commands-'));
afterAll(() => rmSync(away, { recursive: true }));
/** As somebody who has followed CONTRIBUTING.md: the repository's own programs come first. */
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}` };
const shell = (command: string) => spawnSync('sh', ['-ec', command], { cwd: root, env, encoding: 'utf8' });

test('every command is run here, or it is known what proves it', () => {
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter((command) => !isRunHere(command) && proofOf(command) === undefined)).toEqual([]);
  expect(Object.entries(ELSEWHERE).filter(([begin]) => !shown.some((command) => command.startsWith(begin)))).toEqual(
    [],
  );
  expect(Object.values(ELSEWHERE).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
  const named = shown.flatMap((command) => /^npm (?:run )?(start|test|\w+)\b/.exec(command)?.[1] ?? []);
  const ofNpm = ['audit', 'ci', 'outdated'];
  expect(named.filter((name) => !scripts.includes(name) && !ofNpm.includes(name))).toEqual([]);
});

test('control: a command that nobody has decided about, or that is gone, is noticed', () => {
  expect(commandsIn('`node scripts/nowhere.mjs --go` and ```npm` and `bff/env.ts`')).toContain(
    'node scripts/nowhere.mjs --go',
  );
  expect(proofOf('node scripts/nowhere.mjs --go')).toBeUndefined();
  expect(shell('node scripts/nowhere.mjs --help').status).not.toBe(0);
});

test.each(shown.filter((command) => isRunHere(command) && !/^(?:cd|cp|ln) /.test(command)))('%s', (command) => {
  // Which tests would run is enough of a run.
  const { status, stdout, stderr } = shell(command.startsWith('jest ') ? `${command} --listTests` : command);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stdout.trim()).not.toBe('');
});

test('the upgrade of operations.md: the new version stands beside, keeps old scripts, and is switched to at once', () => {
  const block = /```sh\n( *cd \/srv\/lvzheng\/[\s\S]*?)```/.exec(read('docs/operations.md'))?.[1] ?? '';
  expect(block).toContain('ln -sfn');
  for (const [version, file] of [
    ['old', 'old.12345678.js'],
    ['新版本', 'new.12345678.js'],
  ] as const) {
    for (const client of ['h5', 'admin']) {
      mkdirSync(join(away, version, 'dist', client), { recursive: true });
      writeFileSync(join(away, version, 'dist', client, file), version);
      writeFileSync(join(away, version, 'dist', client, 'index.html'), version);
    }
  }
  expect(shell(`ln -s ${join(away, 'old')} ${join(away, 'current')}`).status).toBe(0);
  const lines = block.replaceAll('/srv/lvzheng', away).replace(/^ *node scripts\/build\.mjs.*$/m, '');
  expect(shell(lines)).toMatchObject({ status: 0 });
  for (const client of ['h5', 'admin']) {
    const at = (file: string) => join(away, 'current/dist', client, file);
    expect(readFileSync(at('index.html'), 'utf8')).toBe('新版本');
    expect([existsSync(at('old.12345678.js')), existsSync(at('new.12345678.js'))]).toEqual([true, true]);
  }
  expect(readlinkSync(join(away, 'current'))).toBe(join(away, '新版本'));
});
