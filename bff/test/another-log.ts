import { forgetKnownEnd } from '../modules/audit/known-end.ts';
import { storage } from '../platform/storage/storage.ts';

/** The log is another one from now on: what is kept of the one before, here and in the store of files, goes. */
export async function beginAnotherLog(): Promise<void> {
  for await (const { key } of storage.list('audit')) {
    // Of certificates, not of the log.
    if (!key.startsWith('audit/ended/')) await storage.delete(key);
  }
  forgetKnownEnd();
}
