import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeCheckout } from './test/stand-in-checkout.mjs';

/** The set-up as a newcomer meets it: the real commands in a folder with nothing installed, with npm as we like it. */

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
  test('happens once, with dev and optional packages whatever the environment says, and is told in a line or two', async () => {
    const { code, output } = await buildServer({ env: { NODE_ENV: 'production', npm_config_omit: 'dev' } });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(checkout.calls().map(({ args }) => args)).toEqual([['ci', '--include=dev', '--include=optional']]);
    expect(output).toContain('npm warn deprecated');
    expect(output).not.toContain('added 1 package');
    await buildServer();
    expect(checkout.calls()).toHaveLength(1);
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
    const [{ pid }] = checkout.calls();
    while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
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

describe('the Node that runs', () => {
  test('an old one fetches the pinned one first, by the checksum of the lock file, and installs under it', async () => {
    const { code, output } = await buildServer({ on: '20.20.2' });
    expect({ code, output }).toMatchObject({ code: 0 });
    const [first, second, ...more] = checkout.calls();
    expect(more).toEqual([]);
    expect(first.here).toBe(join(checkout.folder, '.cache/node'));
    expect(Object.values(first.packages)).toContainEqual({
      version: process.versions.node,
      integrity: 'sha512-of-the-lock-file',
    });
    expect(second.here).toBe(checkout.folder);
    expect(second.node.startsWith(join(checkout.folder, '.cache/node'))).toBe(true);
    expect(isBuilt()).toBe(true);
  });

  test('one that is new enough installs by itself', async () => {
    await buildServer({ on: '22.18.0' });
    expect(checkout.calls()).toHaveLength(1);
  });

  test('one that is new enough serves where npm has no pinned one, or left it out', async () => {
    checkout.forgetPinned();
    expect(await buildServer({ on: '22.18.0' })).toMatchObject({ code: 0 });
    expect(isBuilt()).toBe(true);
  });

  test('an old one gets on although the pinned one was left out of the installation', async () => {
    const { code } = await buildServer({ on: '20.20.2', env: { STAND_IN_LEAVES_OUT: checkout.folder } });
    expect({ code, built: isBuilt() }).toEqual({ code: 0, built: true });
  });

  test.each([
    ['20.20.2', '需要 Node 22.18'],
    ['22.17.1', '需要 Node 22.18'],
    ['23.11.0', '需要 Node 22.18'],
    ['18.20.4', '需要 Node 20'],
    ['12.22.12', '需要 Node 20'],
  ])('%s without a pinned one: one sentence', async (on, sentence) => {
    checkout.forgetPinned();
    for (const command of [['start.mjs'], ['test.mjs'], ['build.mjs']]) {
      const { code, output } = await checkout.run(command, { on, env: { PORT: '0' } });
      expect(output.trim().replace(/\n0 passed, 1 failed$/, '')).toMatch(new RegExp(`^${sentence}.*${on}.*$`));
      expect(code).toBe(1);
    }
    expect(checkout.calls()).toEqual([]);
  });
});

describe('before minutes of installing', () => {
  test('a port that is taken is told, with another to try', async () => {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    const { code, output } = await checkout.run(['start.mjs'], { env: { PORT: String(port) } });
    await new Promise((resolve) => server.close(resolve));
    expect(output.trim()).toBe(
      `127.0.0.1:${port} 已被另一个程序占用：请先停掉它，或换一个端口，例如 PORT=${port + 1} npm start。`,
    );
    expect({ code, calls: checkout.calls() }).toEqual({ code: 1, calls: [] });
  });

  test('an address that is not of this machine is told', async () => {
    const { code, output } = await checkout.run(['start.mjs'], { env: { HOST: '192.0.2.1' } });
    expect(output.trim()).toMatch(/^不能在 192\.0\.2\.1:3000 提供服务.*HOST.*$/);
    expect({ code, calls: checkout.calls() }).toEqual({ code: 1, calls: [] });
  });

  test('a DATA_DIR that cannot be is told', async () => {
    writeFileSync(join(checkout.folder, 'file'), '');
    const { code, output } = await checkout.run(['start.mjs'], { env: { PORT: '0', DATA_DIR: 'file/data' } });
    expect(output.trim()).toMatch(/file\/data：.*不是文件夹.*$/);
    expect({ code, calls: checkout.calls() }).toEqual({ code: 1, calls: [] });
  });
});

describe('a build that fails', () => {
  test('for a full disk says so in a sentence', async () => {
    const said =
      'Error: ENOSPC: no space left on device, write\n    at Object.writeSync (node:fs:1:2)\n    at x (y.js:3)';
    const { code, output } = await buildServer({ env: { COMPILER_FAILS: said } });
    expect(output).toContain('磁盘已满');
    expect({ code, stack: STACK.test(output) }).toEqual({ code: 1, stack: false });
  });

  test('for a fault in the code shows what the tool said', async () => {
    const { code, output } = await buildServer({
      env: { COMPILER_FAILS: "bff/a.ts(1,2): error TS2304: Cannot find 'x'." },
    });
    expect(output).toContain("bff/a.ts(1,2): error TS2304: Cannot find 'x'.");
    expect(code).toBe(1);
  });

  test('is made anew the next time', async () => {
    await buildServer({ env: { COMPILER_FAILS: 'no' } });
    mkdirSync(join(checkout.folder, 'dist/bff'), { recursive: true });
    expect((await buildServer()).code).toBe(0);
    expect(isBuilt()).toBe(true);
  });
});
