import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCheckout } from './test/stand-in-checkout.mjs';

/** The set-up as a newcomer meets it: the real commands in a folder with nothing installed, with npm as we like it. */

let checkout;
beforeEach(() => (checkout = makeCheckout()));
afterEach(() => checkout.remove());
const buildServer = (how) => checkout.run(['build.mjs', 'bff'], how);
const isBuilt = () => existsSync(join(checkout.folder, 'dist/bff/main.js'));
/** A line such as a stack has. */
const STACK = /^\s*(npm (error|ERR!)\s+)?at\s.+[:(]/m;

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
    ['20.20.2', '需要 Node 22'],
    ['22.17.1', '需要 Node 22'],
    ['23.11.0', '需要 Node 22'],
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

  test.each([
    ['PORT that is no number', { PORT: 'abc' }, 'PORT 须为'],
    ['PORT that is none', { PORT: '70000' }, 'PORT 须为'],
    ['production without its address', { PORT: '0', NODE_ENV: 'production' }, 'PUBLIC_URL'],
    [
      'production without the key of its log',
      { PORT: '0', NODE_ENV: 'production', PUBLIC_URL: 'https://a.cn' },
      'AUDIT_KEY',
    ],
  ])('a %s is told', async (_what, env, sentence) => {
    const { code, output } = await checkout.run(['start.mjs'], { env });
    expect(output.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
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

  test('leaves nothing that passes for an earlier build of the same files', async () => {
    checkout.write('bff/a.ts', 'a');
    await buildServer();
    checkout.write('bff/a.ts', 'another branch');
    await buildServer({ env: { COMPILER_FAILS: 'no' } });
    checkout.write('dist/bff/main.js', 'half of the other branch');
    checkout.write('bff/a.ts', 'a');
    expect((await buildServer()).code).toBe(0);
    expect(readFileSync(join(checkout.folder, 'dist/bff/main.js'), 'utf8')).toBe('');
  });
});
