import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { assertKey } from './storage-key.ts';
import type { Storage, StoredFile } from './storage.ts';

/** Files under one directory of the local disk. */
export function createDiskStorage(directory: string): Storage {
  const pathOf = (key: string) => join(directory, assertKey(key));

  return {
    put: (key, bytes) => replace(pathOf, key, bytes),
    putStream: (key, bytes) => replace(pathOf, key, bytes),
    async get(key) {
      return readFile(pathOf(key));
    },
    async read(key) {
      return (await open(pathOf(key), 'r')).createReadStream();
    },
    async exists(key) {
      const path = pathOf(key);
      try {
        await access(path);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    },
    async delete(key) {
      await rm(pathOf(key), { force: true });
    },
    async *list(folder) {
      yield* filesBelow(directory, folder === undefined ? '' : assertKey(folder));
    },
  };
}

async function replace(pathOf: (key: string) => string, key: string, bytes: Uint8Array | Readable): Promise<void> {
  const path = pathOf(key);
  await mkdir(dirname(path), { recursive: true });
  // Beside the target, so that the rename is atomic; a name of its own, so that two writers do not mix.
  const draft = join(dirname(path), `.${randomUUID()}`);
  try {
    await writeDurably(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}

async function* filesBelow(directory: string, folder: string): AsyncGenerator<StoredFile> {
  for (const entry of await entriesOf(join(directory, folder))) {
    const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(directory, key);
    // Drafts begin with a dot; whoever wrote one may have died.
    else if (!entry.name.startsWith('.')) {
      const { size, mtimeMs } = await stat(join(directory, key));
      yield { key, size, writtenAt: Math.floor(mtimeMs) };
    }
  }
}

async function entriesOf(path: string): Promise<Dirent[]> {
  try {
    return (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array | Readable): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename survives a power cut only when the directory is on disk too. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
