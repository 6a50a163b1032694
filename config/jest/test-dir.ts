import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const atTheEnd: (() => Promise<void>)[] = [];

/**
 * One folder for everything the test files of this run write; workers find it in TEST_DIR. Programs compiled once are there
 * for every process that starts the same one.
 */
export async function makeTestDir(): Promise<void> {
  if (!process.env['TEST_DIR']) {
    const folder = await mkdtemp(join(tmpdir(), 'lvzheng-jest-'));
    process.env['TEST_DIR'] = folder;
    stopAtTheEnd(() => rm(folder, { recursive: true, force: true }));
  }
  process.env['NODE_COMPILE_CACHE'] ??= join(process.env['TEST_DIR'], 'compiled');
}

export function stopAtTheEnd(stop: () => Promise<void>): void {
  atTheEnd.push(stop);
}

/** Undoes what this process started, the last first. */
export async function stopAll(): Promise<void> {
  for (let stop = atTheEnd.pop(); stop; stop = atTheEnd.pop()) await stop();
}
