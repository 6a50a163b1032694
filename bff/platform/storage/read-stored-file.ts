import { storage } from './storage.ts';

/** The stored bytes, or null where there is no such file; rejects when the store does not answer. */
export async function readStoredFile(key: string): Promise<Buffer | null> {
  try {
    return await storage.get(key);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
