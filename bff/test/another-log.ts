import { sealTypesOfBefore } from '../modules/certificates/types/soundness/seal-types.ts';
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

/** Types get their lines in the log, as the program gives them once when a version that needs them is started. */
export async function sealTypesAnew(): Promise<void> {
  await storage.delete('audit/types-sealed');
  await sealTypesOfBefore();
}
