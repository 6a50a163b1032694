import { decryptBytes, encryptBytes } from '../../platform/crypto/encryption.ts';
import { storage } from '../../platform/storage/storage.ts';
import type { Upload } from './model.ts';

type Stored = Pick<Upload, 'storageKey' | 'isEncrypted'>;

/** Stores what was uploaded, encrypted where its row says so. Throws what the storage throws. */
export async function putBytes(upload: Stored, bytes: Buffer): Promise<void> {
  await storage.put(upload.storageKey, upload.isEncrypted ? encryptBytes(bytes, contextOf(upload)) : bytes);
}

/** What was uploaded. Throws what the storage throws, and when the stored file was changed or is another one's. */
export async function getBytes(upload: Stored): Promise<Buffer> {
  const bytes = await storage.get(upload.storageKey);
  return upload.isEncrypted ? decryptBytes(bytes, contextOf(upload)) : bytes;
}

const contextOf = ({ storageKey }: Stored) => `uploads:${storageKey}`;
