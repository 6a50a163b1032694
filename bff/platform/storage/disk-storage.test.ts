import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskStorage } from './disk-storage.ts';
import type { Storage } from './storage.ts';

let directory: string;
let storage: Storage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lvzheng-storage-'));
  storage = createDiskStorage(join(directory, 'files'));
});
afterAll(() => rm(directory, { recursive: true }));

test('writers of one key at the same time leave no drafts behind', async () => {
  const versions = Array.from({ length: 20 }, (_, index) => Buffer.alloc(100_000, index));
  await Promise.all(versions.map((bytes) => storage.put('race/file', bytes)));
  const stored = await storage.get('race/file');
  expect(versions.some((bytes) => bytes.equals(stored))).toBe(true);
  expect(await readdir(join(directory, 'files/race'))).toEqual(['file']);
});

test('a disk that refuses shows as its error code, and nothing half-written stays', async () => {
  await storage.put('full/old', Buffer.from('old'));
  // /dev/full refuses every write with ENOSPC; a file in the way of a folder refuses with ENOTDIR.
  const full = createDiskStorage('/dev/full');
  await expect(full.put('file', Buffer.from('x'))).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
  await writeFile(join(directory, 'files/full/blocked'), '');
  await expect(storage.put('full/blocked/file', Buffer.from('x'))).rejects.toMatchObject({
    code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/),
  });
  expect((await readdir(join(directory, 'files/full'))).sort()).toEqual(['blocked', 'old']);
});
