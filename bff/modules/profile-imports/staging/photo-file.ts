import { monthFolder } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { getEncrypted, newFileKey, putEncrypted } from '../../../platform/storage/encrypted-files.ts';
import { storage } from '../../../platform/storage/storage.ts';
import type { ImportPhoto } from '../model.ts';

const NAME_BITS = 128;
const contextOf = (importId: number) => `profile_import_photos:${importId}`;

/** Where a picture of an import is kept while it waits, and under which key. */
type Kept = Pick<ImportPhoto, 'storageKey' | 'keySealed'>;

/** Keeps it, encrypted under a key of its own. */
export async function keepPicture(importId: number, bytes: Buffer): Promise<Kept> {
  const storageKey = `profile-imports/${monthFolder(clock.now())}/${randomToken(NAME_BITS)}`;
  const keySealed = newFileKey(contextOf(importId));
  await putEncrypted({ at: storageKey, keySealed, context: contextOf(importId) }, bytes);
  return { storageKey, keySealed };
}

/** The picture; null: it is done with. */
export async function pictureOf({ importId, storageKey, keySealed }: ImportPhoto): Promise<Buffer | null> {
  if (storageKey === null || keySealed === null) return null;
  return getEncrypted({ at: storageKey, keySealed, context: contextOf(importId) });
}

/** Removes it; gone already is no error. */
export async function removePicture({ storageKey }: Kept): Promise<void> {
  if (storageKey !== null) await storage.delete(storageKey);
}
