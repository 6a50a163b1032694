import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../test/eventually.ts';
import { inPieces } from './in-pieces.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lvzheng-log-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('lines of requests wait for each other, and never for long', async () => {
  const file = join(folder, 'waiting');
  const { waiting } = inPieces(file);
  waiting.write('one\n');
  waiting.write('two\n');
  expect(readFileSync(file, 'utf8')).toBe('');
  await eventually(() => expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n'));
  waiting.write(`${'x'.repeat(5_000)}\n`);
  expect(readFileSync(file, 'utf8')).toHaveLength(5_009);
});

test('any other line is there at once, behind what was before it', () => {
  const file = join(folder, 'at-once');
  const { waiting, atOnce } = inPieces(file);
  waiting.write('request\n');
  atOnce.write('fault\n');
  expect(readFileSync(file, 'utf8')).toBe('request\nfault\n');
});

test.each([
  ['ends', 'process.exit(0)'],
  ['breaks', "throw new Error('broken')"],
])('what waits is not lost with a process that %s', (_how, end) => {
  const script = `import { inPieces } from '${join(import.meta.dirname, 'in-pieces.ts')}';
    inPieces(1).waiting.write('last\\n'); ${end};`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1' },
  });
  expect(stdout).toBe('last\n');
});
