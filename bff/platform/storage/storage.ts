import { join } from 'node:path';
import { env } from '../../env.ts';
import { createDiskStorage } from './disk-storage.ts';

/** Files by key, e.g. certificates/2026/2611220001.pdf. A refused or failing disk shows as the system's error code. */
export interface Storage {
  /** Whole or not at all, on disk when it returns; the same key again replaces the file. @throws ENOSPC, EACCES … */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws ENOENT if there is no such file */
  get(key: string): Promise<Buffer>;
  exists(key: string): Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
}

export const storage: Storage = createDiskStorage(join(env.DATA_DIR, 'files'));
