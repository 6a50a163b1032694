import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from '../jest.ts';

/** A run of tests ends without a worker being called a leak, also on a machine where a new process takes its time. */

const ROOT = join(import.meta.dirname, '../..');
/** Longer than Jest itself waits for a worker to leave (500 ms). */
const SLOW_START_MS = 1_500;
const LEAK = 'failed to exit gracefully';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workers-'));
  for (const name of ['one', 'two']) {
    writeFileSync(join(folder, `${name}.test.js`), "test('passes', () => expect(document.title).toBe(''));\n");
  }
  writeFileSync(
    join(folder, 'slow-start.cjs'),
    `if (process.argv[1]?.includes('jest-worker')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${SLOW_START_MS});`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Jest says of two files of the pages' kind, each worker of which is replaced when its file is done. */
function run(settings: object): string {
  const given = {
    rootDir: folder,
    maxWorkers: 2,
    workerIdleMemoryLimit: '1MB',
    testEnvironment: join(ROOT, 'config/jest/jsdom-environment.mjs'),
    transform: {},
    ...settings,
  };
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/jest/bin/jest.js'), '--config', JSON.stringify(given), '--no-cache'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: `--experimental-vm-modules --no-warnings --require ${join(folder, 'slow-start.cjs')}`,
      },
    },
  );
  const said = `${stdout}${stderr}`;
  expect([status, said.includes('2 passed')]).toEqual([0, true]);
  return said;
}

test('as the run is set up', () => {
  const { workerGracefulExitTimeout } = config;
  expect(run({ workerGracefulExitTimeout })).not.toContain(LEAK);
});

test('control: without its patience the same run is told of a leak', () => {
  expect(run({})).toContain(LEAK);
});
