import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decrypt, encrypt } from '../crypto/encryption.ts';
import { storage } from './storage.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A new key for files that belong together, encrypted for the row that names them; whoever removes the row removes both. */
export const newFileKey = (context: string): string => encrypt(randomBytes(KEY_BYTES).toString('base64'), context);

interface EncryptedFile {
  /** In the storage. */
  at: string;
  /** What `newFileKey` answered, and for which context. */
  keySealed: string;
  context: string;
}

/** Stores bytes encrypted (AES-256-GCM; nonce ‖ tag ‖ bytes): moved to another name they cannot be decrypted. */
export async function putEncrypted({ at, keySealed, context }: EncryptedFile, bytes: Buffer): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keySealed, context), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(at));
  const encrypted = [cipher.update(bytes), cipher.final()];
  await storage.put(at, Buffer.concat([nonce, cipher.getAuthTag(), ...encrypted]));
}

/** What `putEncrypted` stored. Throws ENOENT, and for what was changed or moved. */
export async function getEncrypted({ at, keySealed, context }: EncryptedFile): Promise<Buffer> {
  const bytes = await storage.get(at);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keySealed, context), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(at));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

const keyOf = (keySealed: string, context: string) => Buffer.from(decrypt(keySealed, context), 'base64');
