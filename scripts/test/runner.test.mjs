import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SLOW } from '../../config/jest/slow-first.mjs';
import { hashInputs, openHashes } from '../build/inputs.mjs';
import { root } from '../setup/processes.mjs';
import { parseArguments } from './arguments.mjs';
import { countTests } from './count.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const folder = mkdtempSync(join(tmpdir(), 'runner-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('arguments', () => {
  const steps = ['lint', 'rules', 'e2e'];

  test('without any, everything runs; --only keeps the order of the run', () => {
    expect(parseArguments([], steps).steps).toEqual(steps);
    expect(parseArguments(['--only', 'e2e,lint'], steps).steps).toEqual(['lint', 'e2e']);
    expect(parseArguments(['--only=rules'], steps).steps).toEqual(['rules']);
    expect(parseArguments(['--only=rules'], steps).isFull).toBe(false);
  });

  test('--full goes with everything, and with --only on either side', () => {
    expect(parseArguments(['--full'], steps)).toMatchObject({ steps, isFull: true });
    expect(parseArguments(['--full', '--only', 'e2e'], steps)).toMatchObject({ steps: ['e2e'], isFull: true });
    expect(parseArguments(['--only=e2e', '--full'], steps)).toMatchObject({ steps: ['e2e'], isFull: true });
  });

  test('--help names every step', () => {
    for (const step of steps) expect(parseArguments(['--help'], steps).help).toContain(step);
  });

  test.each([
    [['--only']],
    [['--only', '']],
    [['--only', 'rules,nope']],
    [['rules']],
    [['--only', 'rules', 'x']],
    [['--only', '--full']],
  ])('%j is refused rather than guessed', (args) => expect(() => parseArguments(args, steps)).toThrow('cannot run'));
});

test('files that begin first are where the list says', () => {
  expect(SLOW.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

describe('counting', () => {
  const write = (results) => {
    writeFileSync(join(folder, 'results.json'), JSON.stringify(results));
    return join(folder, 'results.json');
  };

  test('a file that could not be run is a failure', () => {
    const file = write({ numPassedTests: 7, numFailedTests: 2, numRuntimeErrorTestSuites: 1 });
    expect(countTests(file)).toEqual({ passed: 7, failed: 3 });
  });

  test('a run that left no results is a failure', () => {
    expect(countTests(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
  });
});

describe('inputs of a build', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'src/test'), { recursive: true });
    writeFileSync(join(folder, 'src/a.ts'), 'a');
    writeFileSync(join(folder, 'lock.json'), '{}');
  });
  const hash = () => hashInputs(folder, ['src', 'lock.json']);

  test('change with the content, a new file or a new name, and not with tests', () => {
    const before = hash();
    writeFileSync(join(folder, 'src/a.test.ts'), 'test');
    writeFileSync(join(folder, 'src/test/double.ts'), 'double');
    writeFileSync(join(folder, 'src/a.ts'), 'a');
    expect(hash()).toBe(before);
    writeFileSync(join(folder, 'src/b.ts'), '');
    const withNew = hash();
    expect(withNew).not.toBe(before);
    writeFileSync(join(folder, 'lock.json'), '{ }');
    expect(hash()).not.toBe(withNew);
  });

  test('are read again only when they were written since, and a change of the same length is seen', () => {
    const store = join(folder, 'kept/hashes.json');
    const file = join(folder, 'src/a.ts');
    const first = openHashes(store);
    const before = first.hashOf(file);
    first.keep();
    // What is kept is what is answered: a file that nobody has written is not read.
    writeFileSync(store, readFileSync(store, 'utf8').replace(before, 'kept'));
    expect(openHashes(store).hashOf(file)).toBe('kept');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, 'z');
    utimesSync(file, atime, mtime);
    const later = openHashes(store).hashOf(file);
    expect([later === 'kept', later === before]).toEqual([false, false]);
    writeFileSync(store, 'torn');
    expect(openHashes(store).hashOf(file)).toBe(later);
  });
});

test('suites that lack a program are named with the package that has it', () => {
  const { PATH } = process.env;
  const { getuid } = process;
  process.env.PATH = folder;
  process.getuid = () => 1000; // nobody who may install
  try {
    const { leftOut, explanation } = ensureSystemPackages(['rules', 'e2e']);
    expect(leftOut).toEqual(['e2e']);
    expect(explanation).toContain('chromium (Debian: chromium)');
    expect(explanation).not.toContain('mariadb');
  } finally {
    process.env.PATH = PATH;
    process.getuid = getuid;
  }
});
