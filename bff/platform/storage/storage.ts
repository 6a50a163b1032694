import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { env } from '../../env.ts';
import { keepsState } from '../singletons.ts';
import { createDiskStorage } from './disk-storage.ts';

/** Files by key, e.g. certificates/2026/2611220001.pdf. A refusal shows as the error of the disk or service. */
export interface Storage {
  /** Whole or not at all, on disk when it returns; the same key again replaces the file. @throws ENOSPC, EACCES … */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Likewise while it is being read, a few megabytes of it in memory at most; a stream that fails leaves nothing behind. */
  putStream(key: string, bytes: Readable): Promise<void>;
  /** @throws ENOENT if there is no such file */
  get(key: string): Promise<Buffer>;
  /** The same as a stream, opened before it is answered. @throws ENOENT */
  read(key: string): Promise<Readable>;
  exists(key: string): Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Every file below a folder, or every one there is, by key. */
  list(folder?: string): AsyncIterable<StoredFile>;
}

export interface StoredFile {
  key: string;
  /** Bytes. */
  size: number;
  /** Epoch milliseconds. */
  writtenAt: number;
}

let opened: Promise<Storage> | undefined;
keepsState(() => {
  opened = undefined;
});
const current = (): Promise<Storage> => (opened ??= open());

/** The files of this deployment: on disk below DATA_DIR, or at the S3-compatible service of the settings. */
export const storage: Storage = {
  put: async (key, bytes) => (await current()).put(key, bytes),
  putStream: async (key, bytes) => (await current()).putStream(key, bytes),
  get: async (key) => (await current()).get(key),
  read: async (key) => (await current()).read(key),
  exists: async (key) => (await current()).exists(key),
  delete: async (key) => (await current()).delete(key),
  async *list(folder) {
    yield* (await current()).list(folder);
  },
};

/** The library of S3 takes half as long to load as everything else: only whoever uses it waits for it. */
async function open(): Promise<Storage> {
  if (!env.S3_BUCKET || !env.S3_ACCESS_KEY_ID || !env.S3_SECRET_ACCESS_KEY) {
    return createDiskStorage(join(env.DATA_DIR, 'files'));
  }
  const { createS3Storage } = await import('./s3-storage.ts');
  return createS3Storage({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  });
}
