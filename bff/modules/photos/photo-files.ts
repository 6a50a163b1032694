import type { Transaction } from 'sequelize';
import { log } from '../../platform/log/log.ts';
import { getEncrypted } from '../../platform/storage/encrypted-files.ts';
import { storage } from '../../platform/storage/storage.ts';
import { PhotoUpload, type Photo } from './model.ts';

/** What files of a lawyer's photos are bound to: those of one do not open as another's. */
export const contextOf = (lawyerId: number) => `photos:${lawyerId}`;

/** The portrait in JPEG; null once it is removed. */
export async function portraitOf(photo: Photo): Promise<Buffer | null> {
  if (photo.removedAt !== null) return null;
  return getEncrypted({ at: photo.storageKey, keySealed: photo.keySealed, context: contextOf(photo.lawyerId) });
}

/** The same, small. */
export async function thumbnailOf(photo: Photo): Promise<Buffer | null> {
  if (photo.removedAt !== null) return null;
  return getEncrypted({ at: photo.thumbnailKey, keySealed: photo.keySealed, context: contextOf(photo.lawyerId) });
}

/** The uploaded original. */
export const originalOf = ({ storageKey: at, keySealed, lawyerId }: PhotoUpload): Promise<Buffer> =>
  getEncrypted({ at, keySealed, context: contextOf(lawyerId) });

export async function deleteFilesOf({ storageKey, thumbnailKey }: Photo): Promise<void> {
  await storage.delete(storageKey);
  await storage.delete(thumbnailKey);
}

/** Removes an original and its key; gone already is no error. */
export async function removeUpload(uploadId: number): Promise<void> {
  const upload = await PhotoUpload.findByPk(uploadId);
  if (!upload) return;
  await storage.delete(upload.storageKey);
  await upload.destroy();
}

/**
 * Removes a file after the commit. If that fails, the nightly job finds the file, or its key is gone with its row and
 * nothing can open it.
 */
export function afterCommit(t: Transaction, act: () => Promise<void>): void {
  t.afterCommit(() => act().catch((error: unknown) => log.warn({ err: error }, 'a file of a photo is removed later')));
}

/** Removes a photo that nobody decided about, with its files. */
export async function discard(photo: Photo, t: Transaction): Promise<void> {
  await photo.destroy({ transaction: t });
  afterCommit(t, () => deleteFilesOf(photo));
}
