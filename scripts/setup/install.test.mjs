import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCheckout } from './test/stand-in-checkout.mjs';

/** npm ci as our commands run it: once, alone, and told in words when it fails. */

let checkout;
beforeEach(() => (checkout = makeCheckout()));
afterEach(() => checkout.remove());
const buildServer = (how) => checkout.run(['build.mjs', 'bff'], how);
const isBuilt = () => existsSync(join(checkout.folder, 'dist/bff/main.js'));
const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** A line such as a stack has. */
const STACK = /^\s*(npm (error|ERR!)\s+)?at\s.+[:(]/m;

describe('installing', () => {
  test('happens once, and is told in a line or two', async () => {
    const { code, output } = await buildServer();
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(checkout.calls()).toHaveLength(1);
    expect(output).toContain('npm warn deprecated');
    expect(output).not.toContain('added 1 package');
    await buildServer();
    expect(checkout.calls()).toHaveLength(1);
  });

  test('is the same whatever the environment tells npm', async () => {
    const env = {
      NODE_ENV: 'production',
      npm_config_omit: 'dev',
      npm_config_loglevel: 'silent',
      npm_config_color: 'always',
    };
    await buildServer({ env });
    const [{ args }] = checkout.calls();
    expect(args[0]).toBe('ci');
    const overruled = [
      '--include=dev',
      '--include=optional',
      '--loglevel=notice',
      '--color=false',
      '--ignore-scripts=true',
    ];
    expect(args).toEqual(expect.arrayContaining(overruled));
  });

  test('happens once for two commands at the same time, and the second says what it waits for', async () => {
    const seen = join(checkout.folder, 'seen');
    const how = {
      env: { STAND_IN_UNTIL: seen },
      onOutput: (output) => output.includes('等它结束') && checkout.write('seen', ''),
    };
    const both = await Promise.all([buildServer(how), buildServer(how)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(checkout.calls()).toHaveLength(1);
    expect(both.map(({ output }) => output).join('')).toContain('等它结束');
  });

  test('does not wait for a command that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    checkout.write('.cache/setup.lock/pid', String(pid));
    expect((await buildServer()).code).toBe(0);
  });

  test.each([
    ['was interrupted', () => checkout.write('node_modules/typescript/package.json', '{}')],
    ['left half a note', () => checkout.write('node_modules/.package-lock.json', '{"packages":{"node_mod')],
    ['lacks the pinned Node, which came otherwise before', () => checkout.installAllBut(/node_modules\/node-[a-z]+-/)],
    ['is of another lock file', () => checkout.write('node_modules/.package-lock.json', '{"packages":{}}')],
  ])('begins anew when one %s', async (_what, prepare) => {
    prepare();
    const { code } = await buildServer();
    expect({ code, calls: checkout.calls().length, built: isBuilt() }).toEqual({ code: 0, calls: 1, built: true });
  });

  test('begins anew when packages were taken away after it', async () => {
    await buildServer();
    checkout.installAllBut(/typescript/);
    await buildServer();
    expect(checkout.calls()).toHaveLength(2);
  });

  test('that npm ends without having done anything is a failure, every time', async () => {
    for (let i = 1; i <= 2; i++) {
      const { code, output } = await buildServer({ env: { STAND_IN_DOES_NOTHING: 'yes' } });
      expect({ code, stack: STACK.test(output) }).toEqual({ code: 1, stack: false });
      expect(output).toContain('没有装全');
    }
  });

  test('of which npm says nothing at all has a sentence too', async () => {
    const { output } = await buildServer({ env: { STAND_IN_FAILS: ' ' } });
    expect(output).toContain('没有说明原因');
  });

  test('is left to whoever ran npm ci already', async () => {
    checkout.installAllBut(/^$/);
    await buildServer();
    expect(checkout.calls()).toEqual([]);
  });

  test.each([
    ['no network', 'npm error code ENOTFOUND\nnpm error network request failed', '连不上 npm 软件源'],
    ['a proxy that refuses', 'npm ERR! code ECONNREFUSED', '连不上 npm 软件源'],
    ['a full disk', 'npm error code ENOSPC\nnpm error nospc no space left', '磁盘已满'],
    [
      'somebody else’s folder',
      'npm error code EACCES\nnpm error Error: EACCES: permission denied\nnpm error     at async mkdir (node:fs:1:2)',
      '没有写入的权限',
    ],
    ['a read-only disk', 'npm error code EROFS', '文件夹是只读的'],
    ['another one at work', 'npm error code ENOTEMPTY', '另一个安装'],
    ['a mirror that lags behind', 'npm error code ETARGET\nnpm error notarget', '没有需要的版本'],
    ['a damaged download', 'npm error code EINTEGRITY', '校验值不符'],
    [
      'anything else',
      'npm error code EWHAT\nnpm error words of npm\nnpm error     at Arborist.x (a.js:1:2)',
      'words of npm',
    ],
  ])('that fails for %s ends in words', async (_what, said, sentence) => {
    for (const command of [['start.mjs'], ['test.mjs', '--only', 'format'], ['build.mjs', 'bff']]) {
      const { code, output } = await checkout.run(command, { env: { STAND_IN_FAILS: said, PORT: '0' } });
      expect(output).toContain(sentence);
      expect(output).not.toMatch(STACK);
      expect(code).toBe(1);
    }
  });

  test('that leaves files half written although npm says all is well is a failure, and begins anew', async () => {
    const STAND_IN_WARNS = 'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write\n'.repeat(1000);
    const { code, output } = await buildServer({ env: { STAND_IN_WARNS } });
    expect(output).toContain('磁盘已满');
    expect({ code, lines: output.trim().split('\n').length < 10 }).toEqual({ code: 1, lines: true });
    expect((await buildServer()).code).toBe(0);
    expect(checkout.calls()).toHaveLength(2);
  });

  test('npm test counts a set-up that failed', async () => {
    const { output } = await checkout.run(['test.mjs', '--only', 'format'], { env: { STAND_IN_FAILS: 'npm error' } });
    expect(output.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });

  test('ends with the command that began it, so that the next finds nobody in the way', async () => {
    const { code } = await buildServer({ env: { STAND_IN_WAITS: 'yes' }, endWhenNpmRuns: 'SIGTERM' });
    expect(code).toBe(130);
    expect(existsSync(join(checkout.folder, '.cache/setup.lock'))).toBe(false);
    expect(isRunning(checkout.calls()[0].pid)).toBe(false);
  });

  test('without npm it says where to get it', async () => {
    // As a rule npm lies beside the Node that runs, and is found there.
    const alone = join(checkout.folder, 'node-alone');
    copyFileSync(process.execPath, alone);
    const { code, output } = await buildServer({ node: alone, env: { npm_execpath: '', PATH: '' } });
    expect(output).toContain('找不到 npm');
    expect({ code, stack: STACK.test(output) }).toEqual({ code: 1, stack: false });
  });
});
