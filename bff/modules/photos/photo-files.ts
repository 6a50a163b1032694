import type { Transaction } from 'sequelize';
import { monthFolder } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { log } from '../../platform/log/log.ts';
import { getEncrypted, newFileKey, putEncrypted } from '../../platform/storage/encrypted-files.ts';
import { storage } from '../../platform/storage/storage.ts';
import { PhotoUpload, type Photo } from './model.ts';

const NAME_BITS = 128;

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

/** Stores a portrait and its thumbnail, encrypted. One without a row is found by the nightly job. */
export async function storePortrait(
  lawyerId: number,
  { jpeg, thumbnail }: { jpeg: Buffer; thumbnail: Buffer },
): Promise<Pick<Photo, 'storageKey' | 'thumbnailKey' | 'keySealed' | 'hash'>> {
  const context = contextOf(lawyerId);
  const keySealed = newFileKey(context);
  const name = `photos/${monthFolder(clock.now())}/${randomToken(NAME_BITS)}`;
  const [storageKey, thumbnailKey] = [`${name}.jpg`, `${name}.small.jpg`];
  await putEncrypted({ at: storageKey, keySealed, context }, jpeg);
  await putEncrypted({ at: thumbnailKey, keySealed, context }, thumbnail);
  return { storageKey, thumbnailKey, keySealed, hash: sha256(jpeg) };
}
